using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration.Tests.Storage;

/// <summary>
/// One full record of every kind, in an account that never runs: what the kept store of an earlier version holds besides an account in step. Fields that
/// later versions add are not set here, so that what is read back from the earlier file stays the same.
/// </summary>
internal static class SampleRecords
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero);

    public static AccountId Account { get; } = new("sample");

    private static Guid Receipt { get; } = Guid.Parse("99999999-2222-3333-4444-555555555555");

    private static EmailAddress Ada { get; } = EmailAddress.Parse("ada@example.com");

    private static FieldValues Values { get; } = FieldValues.Create([KeyValuePair.Create("FIRSTNAME", (string?)"Ada"), KeyValuePair.Create("POINTS", (string?)"12.5")]);

    private static AccountRecord Settings { get; } = new()
    {
        Id = Account,
        Name = "Sample",
        UserName = "apiuser-1@apiconnector.com",
        ProtectedPassword = "ciphertext",
        Endpoint = new Uri("https://r2-api.dotdigital.com/"),
        IntegrationToken = Guid.Parse("11111111-2222-3333-4444-555555555555"),
        Schedule = new AccountSchedule { CycleInterval = TimeSpan.FromMinutes(7) },
        ClientId = "client",
        ProtectedClientSecret = "other ciphertext",
        ProtectedWebhookSecrets = "third ciphertext",
        WebhookSecretCount = 2,
        AppAddress = new Uri("https://login.shop.example/"),
    };

    private static AccountEndpointRecord Endpoint { get; } = new() { Account = Account, UserName = "apiuser-1@apiconnector.com", Endpoint = new Uri("https://r2-api.dotdigital.com/"), RemoteId = 42 };

    private static AddressBookRecord Book { get; } = new()
    {
        Id = 10, Name = "Newsletter", Visibility = "Private", ContactCount = 3, DeletedAt = Noon, LastImportedAt = Noon, LastExportedAt = Noon, ExportStatus = "Finished",
    };

    private static ConnectionRecord Connection { get; } = new()
    {
        Id = 1,
        ListName = "sample list",
        AddressBookId = 10,
        CreateEntities = true,
        ConnectedAt = Noon,
        DisconnectedAt = Noon,
        AddedMembers = AddedMembersState.Stay,
        PendingRemoval = new PendingRemoval(12, 20, Noon),
        RecentRemovals = 3,
        RecentRemovalsSince = Noon,
        MappingFingerprint = "abc def",
        RefreshRequested = true,
    };

    private static ContactRecord Contact { get; } = new()
    {
        Id = 1,
        Email = Ada,
        RemoteId = 1001,
        Status = SubscriptionStatus.Unsubscribed,
        UnsubscribedAt = Noon,
        LastSubscribedAt = Noon,
        OptInType = "Double",
        EmailType = "Html",
        Snapshot = Values,
        SnapshotVersion = 3,
        IsUnread = true,
        NotKept = Values,
    };

    private static MembershipRecord Membership { get; } = new()
    {
        AddressBookId = 10,
        ContactId = 1,
        Status = SubscriptionStatus.Subscribed,
        UnsubscribedAt = Noon,
        ConnectionId = 1,
        ItemId = "A-1",
        State = MembershipState.InBatch(7, ExportOperation.Rename),
        UpdateVersion = 2,
        WasSent = true,
        AddedBy = 1,
        CameFromRemote = true,
        Failures = 1,
        NotBefore = Noon,
        RenameTo = EmailAddress.Parse("ada@example.org"),
        LastFault = "It was refused.",
    };

    private static BatchRecord Batch { get; } = new()
    {
        Id = 1,
        Kind = BatchKind.Rename,
        ConnectionId = 1,
        AddressBookId = 10,
        State = BatchState.Stalled,
        ImportId = "0f8fad5b-d9cb-469f-a165-70867728950e",
        MemberCount = 1,
        CreatedAt = Noon,
        SentAt = Noon,
        NextPollAt = Noon,
        Polls = 30,
        PollErrors = 2,
        FaultsErrors = 1,
        Error = "Slow.",
    };

    private static BatchMemberRecord Member { get; } = new()
    {
        ContactId = 1, Email = Ada, ItemId = "A-1", Operation = ExportOperation.Rename, UpdateVersion = 2, SnapshotVersion = 3, Sent = Values, Base = Values,
    };

    private static StagedKey Key { get; } = new("A-1", Ada, IsOptedOut: true);

    private static ListItemRecord OptOut { get; } = new()
    {
        ListName = "sample list", ItemId = "A-1", Email = Ada, Origin = OptOutOrigin.Host, Reason = "asked by phone", At = Noon, IsUndeliverable = true, IsTold = true,
    };

    private static SetAsideRecord SetAside { get; } = new() { ListName = "sample list", ItemId = "A-2", Reason = SetAsideReason.NoEmail, Detail = "It has no email.", Pass = 4, At = Noon };

    private static DataFieldRecord DataField { get; } = new() { Name = "POINTS", Type = DataFieldType.Numeric, Visibility = "Private", DefaultValue = "0", IsSystem = true, Notes = "Loyalty." };

    private static MappingRow Row { get; } = new() { DataField = "TOWN", Fields = ["Address.Town"], IsTwoWay = true, WhenBlank = BlankAction.IsNotSent, TimeZone = "Europe/London" };

    private static WatermarkRecord Watermark { get; } = new() { Step = "ImportContacts", Scope = 10, At = Noon, Cursor = "marker", BeganAt = Noon };

    private static OutboxRecord Event { get; } = new()
    {
        EventId = Guid.Parse("66666666-2222-3333-4444-555555555555"),
        Kind = "ContactOptedOut",
        OrderKey = "ada@example.com",
        Payload = "{}",
        CreatedAt = Noon,
        Attempts = 20,
        NextAttemptAt = Noon,
        SetAsideAt = Noon,
        Error = "Refused.",
    };

    private static HostWriteRecord Write { get; } = new()
    {
        ConnectionId = 1, ContactId = 1, IsCreation = true, Base = Values, Offered = Values, Seen = Values, CreatedAt = Noon, Attempts = 2, NextAttemptAt = Noon, Error = "Refused.",
    };

    private static CampaignRecord Campaign { get; } = new()
    {
        Id = 5,
        Name = "Spring",
        Subject = "Hello",
        FromName = "Shop",
        FromAddress = "shop@example.com",
        ReplyAction = "Webmail",
        ReplyToAddress = "reply@example.com",
        IsSplitTest = true,
        Status = "Sent",
        SentAt = Noon,
        AddressBookIds = [10, 11],
        DeletedAt = Noon,
        IsAnnounced = true,
        Summary = "{\"numOpens\":1}",
    };

    private static ActivityRecord Activity { get; } = new()
    {
        CampaignId = 5,
        RemoteContactId = 1001,
        ContactId = 1,
        ItemId = "A-1",
        ConnectionId = 1,
        SentAt = Noon,
        Opens = 1,
        Clicks = 2,
        PageViews = 3,
        Replies = 4,
        Forwards = 5,
        SocialViews = 6,
        FirstOpenedAt = Noon,
        LastOpenedAt = Noon,
        IsUnsubscribed = true,
        IsSoftBounced = true,
        IsHardBounced = true,
    };

    private static MarketingActivityRecord Click { get; } = new()
    {
        CampaignId = 5, RemoteContactId = 1001, Kind = MarketingActivityKind.Click, At = Noon, Url = "https://shop.example/", Ordinal = 1, ConnectionId = 1, ItemId = "A-1",
    };

    private static CampaignLinkRecord Link { get; } = new() { CampaignId = 5, EmailCampaignId = "e-1", MarketingCampaignId = "m-1", AnsweredAt = Noon };

    private static CampaignMergeRecord Merge { get; } = new() { FromId = "m-1", IntoId = "m-2", At = Noon };

    private static JobStateRecord Job { get; } = new()
    {
        Job = JobNames.Cycle, LastSuccessAt = Noon, LastFailureAt = Noon, FailingSince = Noon, Failures = 2, LastErrorCode = "ERROR", LastError = "It failed.", NextTryAt = Noon,
    };

    private static RunRecord Run { get; } = new()
    {
        Id = 7, Job = JobNames.Cycle, State = SyncRunState.Failed, Process = "node:1", StartedAt = Noon, SeenAt = Noon, EndedAt = Noon, Error = "It failed.", Details = "{}",
    };

    private static SignInStateRecord SignIn { get; } = new() { Id = "state", ProofHash = "hash", User = "u1", RedirectUri = new Uri("https://shop.example/back"), ExpiresAt = Noon };

    private static SignInTokenRecord Token { get; } = new() { User = "u1", ProtectedToken = "ciphertext", ConnectedAt = Noon };

    private static ForgottenRecord Forgotten { get; } = new() { Hash = "AB12", At = Noon, Pending = EmailAddress.Parse("gone@example.com"), DeleteContact = true, OptOut = ForgottenOptOut.ToTell };

    private static FieldChange Change { get; } = new(0, "NobodysEntity", "Address.Town", "A-1") { Account = Account.Value };

    /// <summary>Writes them into a store that has none of them.</summary>
    public static async Task WriteAsync(ISyncStore store, CancellationToken cancel)
    {
        await store.Accounts.SaveAsync(Settings, cancel);
        await store.Accounts.SaveEndpointAsync(Endpoint, cancel);
        await store.Changes.AppendAsync([Change], cancel);
        await store.Locks.RequestAsync(Account, JobNames.Cycle, cancel);
        await using var unit = await store.BeginAsync(Account, cancel);
        await unit.AddressBooks.SaveAsync([Book], cancel);
        await unit.Connections.SaveAsync(Connection with { Id = 0 }, cancel);
        await unit.Contacts.AllocateIdsAsync(1, cancel);
        await unit.Contacts.SaveAsync([Contact], cancel);
        await unit.Memberships.SaveAsync([Membership], cancel);
        await unit.Batches.AllocateIdAsync(cancel);
        await unit.Batches.SaveAsync(Batch, cancel);
        await unit.Batches.AddMembersAsync(Batch.Id, [Member], cancel);
        await unit.ListKeys.AddAsync(Connection.Id, [Key], cancel);
        await unit.ListItems.SaveAsync([OptOut], cancel);
        await unit.ListItems.SaveSetAsideAsync([SetAside], cancel);
        await unit.DataFields.SaveAsync([DataField], cancel);
        await unit.Mappings.SaveAsync(new MappingRecord { Entity = "Customer", Rows = [Row], Priority = 3, ChangedAt = Noon }, cancel);
        await unit.Watermarks.SaveAsync(Watermark, cancel);
        await unit.Outbox.AddAsync([Event], cancel);
        await unit.HostWrites.SaveAsync([Write], cancel);
        await unit.WebhookReceipts.AddAsync([Receipt], Noon, cancel);
        await unit.StagedIds.SaveAsync("ReconcileMembers", 10, [new StagedId(7, 42)], cancel);
        await unit.Campaigns.SaveAsync([Campaign], cancel);
        await unit.Activities.SaveAsync([Activity], cancel);
        await unit.Activities.AddMarketingAsync([Click], cancel);
        await unit.CampaignLinks.SaveAsync([Link], cancel);
        await unit.CampaignLinks.SaveMergesAsync([Merge], cancel);
        await unit.JobStates.SaveAsync(Job, cancel);
        await unit.Runs.SaveAsync(Run, cancel);
        await unit.SignIns.AddStateAsync(SignIn, cancel);
        await unit.SignIns.SaveTokenAsync(Token, cancel);
        await unit.Forgotten.AddKeyAsync("00FF", cancel);
        await unit.Forgotten.SaveAsync([Forgotten], cancel);
        await unit.CommitAsync(cancel);
    }

    /// <summary>What was written and what is read back, as pairs with a name each.</summary>
    public static async Task<IReadOnlyList<(string What, object? Written, object? Read)>> ReadAsync(ISyncStore store, CancellationToken cancel)
    {
        var account = await store.Accounts.FindAsync(Account, cancel);
        var change = (await store.Changes.ReadAsync(0, 10, cancel)).Single(static change => change.RootEntity == Change.RootEntity);
        var requests = await store.Locks.TakeRequestsAsync(Account, cancel);
        await using var unit = await store.BeginAsync(Account, cancel);
        var connection = (await unit.Connections.GetAllAsync(cancel)).Single();
        var mapping = (await unit.Mappings.GetAllAsync(cancel)).Single();
        var row = mapping.Rows.Single();
        var outbox = await unit.Outbox.FindAsync(Event.EventId, cancel);
        var campaign = (await unit.Campaigns.GetAllAsync(cancel)).Single();
        return
        [
            ("account", Settings, account is null ? null : account with { Version = 0 }),
            ("endpoint", Endpoint, await store.Accounts.FindEndpointAsync(Account, cancel)),
            ("change", Change, change with { Sequence = 0 }),
            ("book", Book, (await unit.AddressBooks.GetAllAsync(cancel)).Single()),
            ("connection", Connection, connection),
            ("contact", Contact, (await unit.Contacts.FindAsync([1], cancel)).Single()),
            ("membership", Membership, (await unit.Memberships.FindByContactAsync([1], cancel)).Single()),
            ("batch", Batch, await unit.Batches.FindAsync(1, cancel)),
            ("member", Member, (await unit.Batches.PageMembersAsync(1, 0, 10, cancel)).Single()),
            ("key", Key, (await unit.ListKeys.FindByEmailAsync(1, [Ada], cancel)).Single()),
            ("opt-out", OptOut, (await unit.ListItems.FindAsync("sample list", ["A-1"], cancel)).Single()),
            ("set aside", SetAside, (await unit.ListItems.PageSetAsideAsync("sample list", null, 10, cancel)).Single()),
            ("data field", DataField, (await unit.DataFields.GetAllAsync(cancel)).Single()),
            ("mapping", ("Customer", 3, Noon), (mapping.Entity, mapping.Priority ?? 0, mapping.ChangedAt)),
            ("row", Row with { Fields = [] }, row with { Fields = [] }),
            ("row's fields", string.Join('+', Row.Fields), string.Join('+', row.Fields)),
            ("staged id", new StagedId(7, 42), (await unit.StagedIds.PageAsync("ReconcileMembers", 10, 0, 10, cancel)).Single()),
            ("watermark", Watermark, await unit.Watermarks.GetAsync("ImportContacts", 10, cancel)),
            ("event", Event, outbox is null ? null : outbox with { Sequence = 0 }),
            ("receipts that are new", 0, (await unit.WebhookReceipts.AddAsync([Receipt], Noon, cancel)).Count),
            ("write", Write, (await unit.HostWrites.FindAsync([1], cancel)).Single()),
            ("campaign", Campaign with { AddressBookIds = [] }, campaign with { AddressBookIds = [] }),
            ("campaign's books", string.Join('+', Campaign.AddressBookIds), string.Join('+', campaign.AddressBookIds)),
            ("activity", Activity, (await unit.Activities.FindAsync(5, [1001], cancel)).Single()),
            ("click", Click, (await unit.Activities.PageMarketingAsync(5, 0, 10, cancel)).Single()),
            ("link", Link, (await unit.CampaignLinks.GetAllAsync(cancel)).Single()),
            ("merge", Merge, (await unit.CampaignLinks.GetMergesAsync(cancel)).Single()),
            ("job", Job, await unit.JobStates.FindAsync(JobNames.Cycle, cancel)),
            ("run", Run, await unit.Runs.FindAsync(7, cancel)),
            ("sign-in", SignIn, await unit.SignIns.TakeStateAsync("state", cancel)),
            ("token", Token, await unit.SignIns.FindTokenAsync("u1", cancel)),
            ("forgotten key", "00FF", await unit.Forgotten.FindKeyAsync(cancel)),
            ("forgotten", Forgotten, (await unit.Forgotten.FindAsync(["AB12"], cancel)).Single()),
            ("requests", JobNames.Cycle, string.Join('+', requests)),
        ];
    }
}

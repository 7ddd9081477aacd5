using System.Collections.Immutable;
using Dotdigital.Sdk.Integration.Contacts;

namespace Dotdigital.Sdk.Integration.Storage.InMemory;

/// <summary>All that is stored for one account, immutable: a unit of work changes its own copy, and a commit puts it in place of the old one.</summary>
internal sealed record AccountState
{
    public static AccountState Empty { get; } = new();

    public Table<int, AddressBookRecord> AddressBooks { get; init; } = new();

    public Table<int, ConnectionRecord> Connections { get; init; } = new();

    public Table<long, ContactRecord> Contacts { get; init; } = new();

    public ImmutableDictionary<EmailAddress, long> ContactsByEmail { get; init; } = ImmutableDictionary<EmailAddress, long>.Empty;

    public ImmutableDictionary<long, long> ContactsByRemoteId { get; init; } = ImmutableDictionary<long, long>.Empty;

    public Table<MembershipKey, MembershipRecord> Memberships { get; init; } = new(Keys.ByContactThenBook);

    public Table<(int Connection, string Item), StagedEntry> StagedKeys { get; init; } = new(Keys.ByConnectionThenItem);

    public Table<(string Step, int Scope, long Id), (string Step, int Scope, StagedId Staged)> StagedIds { get; init; } = new(Keys.ByStepScopeAndId);

    public Table<(string List, string Item), ListItemRecord> ListItems { get; init; } = new(Keys.ByListThenItem);

    public Table<(string List, string Item), SetAsideRecord> SetAside { get; init; } = new(Keys.ByListThenItem);

    public Table<long, BatchRecord> Batches { get; init; } = new();

    public Table<(long Batch, long Contact), (long Batch, BatchMemberRecord Member)> BatchMembers { get; init; } = new();

    public Table<string, DataFieldRecord> DataFields { get; init; } = new(Utf8Comparer.Instance);

    public Table<string, MappingRecord> Mappings { get; init; } = new(Utf8Comparer.Instance);

    public Table<int, CampaignRecord> Campaigns { get; init; } = new();

    public Table<(int Campaign, long Contact), ActivityRecord> Activities { get; init; } = new();

    public Table<MarketingActivityRecord, StoredActivity> MarketingActivities { get; init; } = new(Keys.OfMarketingActivities);

    public Table<long, StoredActivity> ActivityOrder { get; init; } = new();

    public Table<(string Step, int Scope), WatermarkRecord> Watermarks { get; init; } = new(Keys.ByStepThenScope);

    public Table<long, OutboxRecord> Outbox { get; init; } = new();

    public Table<string, SignInStateRecord> SignInStates { get; init; } = new(Utf8Comparer.Instance);

    public Table<string, SignInTokenRecord> SignInTokens { get; init; } = new(Utf8Comparer.Instance);

    public Table<(int Connection, long Contact), HostWriteRecord> HostWrites { get; init; } = new();

    public Table<int, CampaignLinkRecord> CampaignLinks { get; init; } = new();

    public Table<string, CampaignMergeRecord> CampaignMerges { get; init; } = new(Utf8Comparer.Instance);

    public Table<string, JobStateRecord> JobStates { get; init; } = new(Utf8Comparer.Instance);

    public Table<long, RunRecord> Runs { get; init; } = new();

    public Table<string, ForgottenRecord> Forgotten { get; init; } = new(Utf8Comparer.Instance);

    public string? ForgottenKey { get; init; }

    public Table<Guid, (Guid Id, DateTimeOffset At)> WebhookReceipts { get; init; } = new();

    /// <summary>The last number given of each series; never lowered.</summary>
    public ImmutableDictionary<string, long> Counters { get; init; } = ImmutableDictionary.Create<string, long>(StringComparer.Ordinal);
}

using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

public abstract class ListKeyContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    private const string List = "newsletter";

    [Fact]
    public async Task Add_AnItemTwice_KeepsTheLaterEmail()
    {
        await WriteAsync(async unit =>
        {
            await unit.ListKeys.AddAsync(1, [Key("i1", "a@x.com"), Key("i1", "b@x.com")], Cancellation);
            await unit.ListKeys.AddAsync(1, [Key("i2", "c@x.com", isOptedOut: true)], Cancellation);
            await unit.ListKeys.AddAsync(1, [Key("i2", "d@x.com")], Cancellation);
        });

        Assert.Equal(2, await ReadAsync(unit => unit.ListKeys.CountAsync(1, Cancellation)));
        Assert.Equal(["b@x.com", "d@x.com"], (await UnmatchedAsync()).Select(match => match.Key.Email.Value));
    }

    [Fact]
    public async Task Clear_ForgetsThatConnectionOnly()
    {
        await WriteAsync(async unit =>
        {
            await unit.ListKeys.AddAsync(1, [Key("i1", "a@x.com")], Cancellation);
            await unit.ListKeys.AddAsync(2, [Key("i1", "a@x.com")], Cancellation);
        });
        await WriteAsync(unit => unit.ListKeys.ClearAsync(1, Cancellation));

        Assert.Equal(0, await ReadAsync(unit => unit.ListKeys.CountAsync(1, Cancellation)));
        Assert.Equal(1, await ReadAsync(unit => unit.ListKeys.CountAsync(2, Cancellation)));
    }

    [Fact]
    public async Task IM5_FindByEmail_GivesDuplicatesAndOptedOutOnesToo_OfThatConnectionOnly()
    {
        await StageAsync(Key("i1", "a@x.com"), Key("i2", "a@x.com"), Key("i3", "b@x.com", isOptedOut: true), Key("i4", "c@x.com"));
        await WriteAsync(async unit =>
        {
            await unit.ListKeys.MarkDuplicatesAsync(1, Cancellation);
            await unit.ListKeys.AddAsync(2, [Key("i9", "a@x.com")], Cancellation);
        });

        var found = await ReadAsync(unit => unit.ListKeys.FindByEmailAsync(1, [Email("a@x.com"), Email("b@x.com"), Email("z@x.com")], Cancellation));

        Assert.Equal(["i1", "i2", "i3"], found.Select(static key => key.ItemId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task IM5_NoteAppeared_MakesAMemberThatCameFromRemoteLikeAnyOther_OnceItIsStaged()
    {
        await WriteAsync(async unit =>
        {
            await unit.Contacts.SaveAsync([Contact(1, "a@x.com"), Contact(2, "b@x.com"), Contact(3, "c@x.com"), Contact(4, "d@x.com")], Cancellation);
            await unit.Memberships.SaveAsync(
                [
                    Member(1, "i1") with { CameFromRemote = true },
                    Member(2, "i2") with { CameFromRemote = true },
                    Member(3, "i3", MembershipState.Held(SetAsideReason.Unknown)) with { CameFromRemote = true },
                    Member(4, "i4"),
                ],
                Cancellation);
            await unit.ListKeys.AddAsync(1, [Key("i1", "a@x.com"), Key("i3", "c@x.com"), Key("i4", "d@x.com")], Cancellation);
            await unit.ListKeys.AddAsync(2, [Key("i2", "b@x.com")], Cancellation);
        });

        var count = 0;
        await WriteAsync(async unit => count = await unit.ListKeys.NoteAppearedAsync(1, Cancellation));

        var members = (await ReadAsync(unit => unit.Memberships.FindByContactAsync([1, 2, 3, 4], Cancellation))).OrderBy(static member => member.ContactId).ToList();
        Assert.Equal(2, count);
        Assert.Equal([false, true, false, false], members.Select(static member => member.CameFromRemote));
        Assert.Equal(
            [MembershipState.Due(ExportOperation.Update), MembershipState.Clean, MembershipState.Held(SetAsideReason.Unknown), MembershipState.Clean],
            members.Select(static member => member.State));
    }

    [Fact]
    public async Task EX3c_MarkDuplicates_MarksAllButTheFirstByItemId()
    {
        await StageAsync(Key("i3", "a@x.com"), Key("i1", "a@x.com"), Key("i2", "a@x.com"), Key("i4", "b@x.com"));

        var marked = 0;
        await WriteAsync(async unit => marked = await unit.ListKeys.MarkDuplicatesAsync(1, Cancellation));

        Assert.Equal(2, marked);
        Assert.Equal(["i2", "i3"], (await DuplicatesAsync(null)).Select(key => key.ItemId));
        Assert.Equal(["i3"], (await DuplicatesAsync("i2")).Select(key => key.ItemId));
        Assert.Equal(["i1", "i4"], (await UnmatchedAsync()).Select(match => match.Key.ItemId));
        Assert.Equal(4, await ReadAsync(unit => unit.ListKeys.CountAsync(1, Cancellation)));
    }

    [Fact]
    public async Task MarkDuplicates_OfOptedOutKeys_NeitherMarksNorIsMarked()
    {
        await StageAsync(Key("i1", "a@x.com", isOptedOut: true), Key("i2", "a@x.com"), Key("i3", "b@x.com"), Key("i4", "b@x.com", isOptedOut: true));

        Assert.Equal(0, await ReadAsync(unit => unit.ListKeys.MarkDuplicatesAsync(1, Cancellation)));
    }

    [Fact]
    public async Task MarkDuplicates_Again_JudgesAnew()
    {
        await StageAsync(Key("i1", "a@x.com"), Key("i2", "a@x.com"));
        await WriteAsync(unit => unit.ListKeys.MarkDuplicatesAsync(1, Cancellation));
        await StageAsync(Key("i1", "b@x.com"));

        Assert.Equal(0, await ReadAsync(unit => unit.ListKeys.MarkDuplicatesAsync(1, Cancellation)));
    }

    [Fact]
    public async Task MarkDuplicates_OfAnotherConnectionsKeys_DoesNotCount()
    {
        await StageAsync(Key("i2", "a@x.com"));
        await WriteAsync(unit => unit.ListKeys.AddAsync(2, [Key("i1", "a@x.com")], Cancellation));

        Assert.Equal(0, await ReadAsync(unit => unit.ListKeys.MarkDuplicatesAsync(1, Cancellation)));
    }

    [Fact]
    public async Task PageUnmatched_GivesOnlyKeysThatNeedADecision()
    {
        await WriteAsync(async unit =>
        {
            await unit.Contacts.SaveAsync([Contact(1, "same@x.com"), Contact(2, "old@x.com"), Contact(3, "elsewhere@x.com")], Cancellation);
            await unit.Memberships.SaveAsync([Member(1, "same"), Member(2, "renamed"), Member(3, "other-connection", connection: 2, book: 20)], Cancellation);
            await unit.ListItems.SaveAsync([OptOut("opted-out-here"), OptOut("other-list") with { ListName = "another" }], Cancellation);
        });
        await StageAsync(
            Key("same", "same@x.com"),
            Key("renamed", "new@x.com"),
            Key("brand-new", "brand@x.com"),
            Key("other-connection", "elsewhere@x.com"),
            Key("opted-out-here", "o@x.com"),
            Key("other-list", "l@x.com"),
            Key("host-opted-out", "h@x.com", isOptedOut: true));

        var matches = await UnmatchedAsync();

        Assert.Equal(["brand-new", "other-connection", "other-list", "renamed"], matches.Select(match => match.Key.ItemId));
        Assert.Equal([null, null, null, new MembershipView(Member(2, "renamed"), Contact(2, "old@x.com"))], matches.Select(match => match.Current));
        Assert.Equal("new@x.com", matches[3].Key.Email.Value);
    }

    [Fact]
    public async Task PageUnmatched_ByCursor_IsInUtf8ByteOrder()
    {
        // U+FF5E is EF BD 9E and U+1F600 is F0 9F 98 80 in UTF-8; as UTF-16 units the second would come first.
        string[] ordered = ["A", "Z", "a", "z", "\u00e9", "\uff5e", "\U0001F600"];
        await StageAsync([.. ordered.Reverse().Select((item, index) => Key(item, $"p{index}@x.com"))]);

        var paged = new List<string>();
        for (IReadOnlyList<StagedMatch> page = await UnmatchedAsync(null, 2); page.Count > 0; page = await UnmatchedAsync(paged[^1], 2))
        {
            paged.AddRange(page.Select(match => match.Key.ItemId));
        }

        Assert.Equal(ordered, paged);
    }

    [Fact]
    public async Task EX1_AddressesOutsideAscii_AreComparedByTheirCharacters()
    {
        // An e with an accent in one character and in two, half and full width, beyond the basic plane: no two of these are the same address to anybody here.
        string[] emails = ["zo\u00eb@x.com", "zoe\u0308@x.com", "zoe@x.com", "\uff5a@x.com", "z@x.com", "\U0001F600@x.com", "\U0001F601@x.com", "stra\u00dfe@x.com", "strasse@x.com", "\ue000@x.com"];
        await WriteAsync(async unit =>
        {
            await unit.Contacts.SaveAsync([.. emails.Select(static (email, index) => Contact(index + 1, email))], Cancellation);
            await unit.Memberships.SaveAsync([.. emails.Select(static (email, index) => Member(index + 1, email))], Cancellation);
        });
        await StageAsync([.. emails.Reverse().Select(static email => Key(email, email))]);

        Assert.Equal(0, await ReadAsync(unit => unit.ListKeys.MarkDuplicatesAsync(1, Cancellation)));
        Assert.Empty(await UnmatchedAsync());
        Assert.Empty(await LeaversAsync(0, 100));
        Assert.Equal(
            emails.OrderBy(static email => Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(email)), StringComparer.Ordinal),
            (await ReadAsync(unit => unit.ListKeys.FindByEmailAsync(1, [.. emails.Select(Email)], Cancellation))).Select(static key => key.Email.Value));
        Assert.Equal(emails.Length, (await ReadAsync(unit => unit.Contacts.FindByEmailAsync([.. emails.Select(Email)], Cancellation))).Count);
    }

    [Fact]
    public async Task PageLeavers_OfAnEmptyPass_GivesEveryMemberThatMayBeRemoved()
    {
        var optedOut = SubscriptionStatus.Unsubscribed;
        await WriteAsync(async unit =>
        {
            await unit.Contacts.SaveAsync([.. Enumerable.Range(1, 12).Select(id => Contact(id, $"p{id}@x.com", status: id == 8 ? SubscriptionStatus.HardBounced : default))], Cancellation);
            await unit.Memberships.SaveAsync(
                [
                    Member(1, "clean"),
                    Member(2, "due", MembershipState.Due(ExportOperation.Update)),
                    Member(3, "held", MembershipState.Held("x")),
                    Member(4, "faulted", MembershipState.Faulted("x")),
                    Member(5, "removing", MembershipState.Due(ExportOperation.Remove)),
                    Member(6, "sending", MembershipState.InBatch(1, ExportOperation.Update)),
                    Member(7, "opted-out") with { Status = optedOut },
                    Member(8, "contact-opted-out"),
                    Member(9, "from-remote") with { CameFromRemote = true },
                    Member(10, null),
                    Member(11, "other", connection: 2, book: 20),
                    Member(12, "withheld") with { Status = SubscriptionStatus.PendingOptIn },
                ],
                Cancellation);
        });

        var leavers = await LeaversAsync(0, 100);

        Assert.Equal([1, 2, 3, 4, 12], leavers.Select(view => view.Membership.ContactId));
        Assert.Equal(new MembershipView(Member(1, "clean"), Contact(1, "p1@x.com")), leavers[0]);
        Assert.Equal([3, 4], (await LeaversAsync(2, 2)).Select(view => view.Membership.ContactId));
    }

    [Fact]
    public async Task EX1_PageLeavers_CountsOptedOutKeysAsStagedAndDuplicatesAsNot()
    {
        await WriteAsync(async unit =>
        {
            await unit.Contacts.SaveAsync([Contact(1, "a@x.com"), Contact(2, "b@x.com"), Contact(3, "c@x.com")], Cancellation);
            await unit.Memberships.SaveAsync([Member(1, "i1"), Member(2, "i2"), Member(3, "i3")], Cancellation);
            await unit.ListKeys.AddAsync(1, [Key("i1", "a@x.com"), Key("i2", "a@x.com"), Key("i3", "c@x.com", isOptedOut: true)], Cancellation);
            await unit.ListKeys.MarkDuplicatesAsync(1, Cancellation);
        });

        Assert.Equal([2], (await LeaversAsync(0, 100)).Select(view => view.Membership.ContactId));
    }

    [Fact]
    public async Task EX1_PageLeavers_LeavesOutAMemberWhoseAddressAnotherItemHasNow()
    {
        await WriteAsync(async unit =>
        {
            await unit.Contacts.SaveAsync([Contact(1, "a@x.com"), Contact(2, "b@x.com")], Cancellation);
            await unit.Memberships.SaveAsync([Member(1, "i1"), Member(2, "i2")], Cancellation);
            await unit.ListKeys.AddAsync(1, [Key("i8", "a@x.com"), Key("i9", "b@x.com", isOptedOut: true)], Cancellation);
        });

        Assert.Equal([2], (await LeaversAsync(0, 100)).Select(view => view.Membership.ContactId));
    }

    [Fact]
    public async Task PageOptedOut_FindsContactsOptedOutThemselvesOrInTheBook()
    {
        await WriteAsync(async unit =>
        {
            await unit.Contacts.SaveAsync(
                [
                    Contact(1, "account@x.com", status: SubscriptionStatus.Suppressed),
                    Contact(2, "book@x.com"),
                    Contact(3, "other-book@x.com"),
                    Contact(4, "known@x.com", status: SubscriptionStatus.Unsubscribed),
                    Contact(5, "fine@x.com", status: SubscriptionStatus.Subscribed),
                    Contact(6, "withheld@x.com", status: SubscriptionStatus.PendingOptIn),
                ],
                Cancellation);
            await unit.Memberships.SaveAsync(
                [
                    Member(2, null) with { Status = SubscriptionStatus.Unsubscribed, ConnectionId = null },
                    Member(3, "x", connection: 2, book: 20) with { Status = SubscriptionStatus.Unsubscribed },
                    Member(5, "fine"),
                ],
                Cancellation);
            await unit.ListItems.SaveAsync([OptOut("known")], Cancellation);
            await unit.ListKeys.AddAsync(
                1,
                [
                    Key("account", "account@x.com"), Key("account-twin", "account@x.com"), Key("book", "book@x.com"), Key("other-book", "other-book@x.com"),
                    Key("known", "known@x.com"), Key("fine", "fine@x.com"), Key("withheld", "withheld@x.com"), Key("nobody", "nobody@x.com"),
                ],
                Cancellation);
            await unit.ListKeys.MarkDuplicatesAsync(1, Cancellation);
        });

        var found = await ReadAsync(unit => unit.ListKeys.PageOptedOutAsync(1, List, 10, null, 100, Cancellation));
        var next = await ReadAsync(unit => unit.ListKeys.PageOptedOutAsync(1, List, 10, "account", 1, Cancellation));

        Assert.Equal(["account", "account-twin", "book"], found.Select(row => row.Key.ItemId));
        Assert.Equal([1L, 1L, 2L], found.Select(row => row.Contact.Id));
        Assert.Equal([null, null, SubscriptionStatus.Unsubscribed], found.Select(row => row.Membership?.Status));
        Assert.Equal(["account-twin"], next.Select(row => row.Key.ItemId));
    }

    private static ListItemRecord OptOut(string itemId) =>
        new() { ListName = List, ItemId = itemId, Email = Email("o@x.com"), Origin = OptOutOrigin.Dotdigital, Reason = "Unsubscribed", At = Noon };

    [Fact]
    public async Task CN5_CountLeavers_CountsWhoIsInTheBook_AlsoInBatches_OfAllWhoCouldLeave()
    {
        var sent = Member(1, "i1") with { WasSent = true };
        await WriteAsync(async unit =>
        {
            await unit.Contacts.SaveAsync([.. Enumerable.Range(1, 9).Select(i => Contact(i, $"c{i}@x.com", status: i == 9 ? SubscriptionStatus.Suppressed : default))], Cancellation);
            await unit.Memberships.SaveAsync(
                [
                    sent,
                    sent with { ContactId = 2, ItemId = "i2" },
                    sent with { ContactId = 3, ItemId = "i3", State = MembershipState.InBatch(7, ExportOperation.Update) },
                    sent with { ContactId = 4, ItemId = "i4", State = MembershipState.Due(ExportOperation.Remove) },
                    sent with { ContactId = 5, ItemId = "i5", State = MembershipState.InBatch(8, ExportOperation.Remove) },
                    Member(6, "i6", MembershipState.Due(ExportOperation.New)),
                    sent with { ContactId = 7, ItemId = "i7", Status = SubscriptionStatus.Unsubscribed },
                    sent with { ContactId = 8, ItemId = "i8", CameFromRemote = true },
                    sent with { ContactId = 9, ItemId = "i9" },
                ],
                Cancellation);
        });
        await StageAsync(Key("i1", "c1@x.com"));

        Assert.Equal(new LeaverCount(2, 3), await ReadAsync(unit => unit.ListKeys.CountLeaversAsync(1, Cancellation)));
        Assert.Equal(default, await ReadAsync(unit => unit.ListKeys.CountLeaversAsync(2, Cancellation)));
    }

    [Fact]
    public async Task S2_PageCorrected_GivesItemsMarkedUndeliverableUnderAnotherAddress()
    {
        var mark = new ListItemRecord { ListName = List, ItemId = "i1", Email = Email("old@x.com"), Origin = OptOutOrigin.Dotdigital, Reason = "HardBounced", At = Noon, IsUndeliverable = true };
        await WriteAsync(unit => unit.ListItems.SaveAsync(
            [mark, mark with { ItemId = "i2" }, mark with { ItemId = "i3", IsUndeliverable = false }, mark with { ItemId = "i4" }, mark with { ItemId = "i5", ListName = "other" }, mark with { ItemId = "i6" }], Cancellation));
        await StageAsync(Key("i1", "new1@x.com"), Key("i2", "old@x.com"), Key("i3", "new3@x.com"), Key("i4", "new4@x.com", isOptedOut: true), Key("i5", "new5@x.com"), Key("i6", "new6@x.com"));

        Assert.Equal(["i1", "i6"], (await ReadAsync(unit => unit.ListKeys.PageCorrectedAsync(1, List, null, 10, Cancellation))).Select(key => key.ItemId));
        Assert.Equal(["i6"], (await ReadAsync(unit => unit.ListKeys.PageCorrectedAsync(1, List, "i1", 10, Cancellation))).Select(key => key.ItemId));
    }

    private Task StageAsync(params StagedKey[] keys) => WriteAsync(unit => unit.ListKeys.AddAsync(1, keys, Cancellation));

    private Task<IReadOnlyList<StagedKey>> DuplicatesAsync(string? after) => ReadAsync(unit => unit.ListKeys.PageDuplicatesAsync(1, after, 10, Cancellation));

    private Task<IReadOnlyList<StagedMatch>> UnmatchedAsync(string? after = null, int take = 100) =>
        ReadAsync(unit => unit.ListKeys.PageUnmatchedAsync(1, List, after, take, Cancellation));

    private Task<IReadOnlyList<MembershipView>> LeaversAsync(long after, int take) =>
        ReadAsync(unit => unit.ListKeys.PageLeaversAsync(1, after, take, Cancellation));
}

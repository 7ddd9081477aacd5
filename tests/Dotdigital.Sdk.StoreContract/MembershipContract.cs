using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

public abstract class MembershipContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    private static readonly MembershipState DueAdd = MembershipState.Due(ExportOperation.Add);
    private static readonly MembershipState DueRemove = MembershipState.Due(ExportOperation.Remove);

    [Fact]
    public async Task Save_AllFields_ReadBackAsWritten()
    {
        var membership = new MembershipRecord
        {
            AddressBookId = 10,
            ContactId = 1,
            Status = new SubscriptionStatus("UNSUBSCRIBED"),
            UnsubscribedAt = Noon,
            ConnectionId = 4,
            ItemId = "item/ä",
            State = MembershipState.InBatch(77, ExportOperation.Rename),
            UpdateVersion = 5,
            WasSent = true,
            AddedBy = 3,
            CameFromRemote = true,
            NotBefore = Noon.AddMinutes(4),
            Failures = 2,
            RenameTo = Email("new@x.com"),
            LastFault = "bad",
        };
        var bare = new MembershipRecord { AddressBookId = 11, ContactId = 1 };
        await WriteAsync(async unit =>
        {
            await unit.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation);
            await unit.Memberships.SaveAsync([membership, bare], Cancellation);
        });

        var read = await ReadAsync(unit => unit.Memberships.FindByContactAsync([1, 2], Cancellation));

        Assert.Equal([membership, bare], read.OrderBy(record => record.AddressBookId));
        Assert.Equal("UNSUBSCRIBED", read.Single(record => record.AddressBookId == 10).Status.Value);
        Assert.Equal(
            [new MembershipView(membership, Contact(1, "a@x.com"))],
            await ReadAsync(unit => unit.Memberships.FindByItemAsync(4, ["item/ä", "none"], Cancellation)));
        Assert.Empty(await ReadAsync(unit => unit.Memberships.FindByItemAsync(5, ["item/ä"], Cancellation)));
    }

    [Fact]
    public async Task Save_TextsThatAreEmptyMissingOrTheLastRows_ReadBackEachAsItsOwn()
    {
        MembershipRecord[] members =
        [
            Member(1, "i1", DueAdd) with { LastFault = "bad" }, Member(2, "i2", DueAdd) with { LastFault = "bad", Failures = 1 }, Member(3, "i3", DueAdd) with { LastFault = "" }, Member(4, "i4", DueAdd) with { Failures = 1 },
            Member(5, "i5", DueAdd) with { LastFault = "ü" + new string('x', 5000) }, Member(6, "i6", DueAdd) with { LastFault = "bad" },
        ];
        await SeedAsync(members);

        var read = await ReadAsync(unit => unit.Memberships.FindByContactAsync([1, 2, 3, 4, 5, 6], Cancellation));

        Assert.Equal(members, read.OrderBy(static record => record.ContactId));
    }

    [Theory]
    [InlineData(ExportState.Held)]
    [InlineData(ExportState.Faulted)]
    public async Task Save_AReason_ReadsBack(ExportState kind)
    {
        var state = MembershipState.Restore(kind, ExportOperation.None, null, "SomethingNew");
        await SeedAsync(Member(1, "i1", state));

        Assert.Equal(state, (await FindAsync(1)).State);
    }

    [Fact]
    public async Task Page_ByContactThenBook_FollowsTheCursorWithinAContact()
    {
        await SeedAsync(Member(2, "i2"), Member(1, "i1", book: 11), Member(1, "i1", book: 10), Member(3, "i3"));
        var filter = new MembershipFilter();

        var first = await ReadAsync(unit => unit.Memberships.PageAsync(filter, null, 1, Cancellation));
        var rest = await ReadAsync(unit => unit.Memberships.PageAsync(filter, new MembershipKey(10, 1), 10, Cancellation));

        Assert.Equal([(1L, 10)], first.Select(Position));
        Assert.Equal([(1L, 11), (2L, 10), (3L, 10)], rest.Select(Position));
    }

    [Fact]
    public async Task Page_WithAFilter_GivesWhatMeetsEveryPart()
    {
        await SeedAsync(
            Member(1, "i1", DueAdd),
            Member(2, "i2", DueRemove),
            Member(3, "i3"),
            Member(4, "i4", DueAdd, connection: 2, book: 20),
            Member(5, "i5", MembershipState.Held("x")));

        await WriteAsync(unit => unit.Memberships.SaveAsync([Member(1, "i1", DueAdd) with { NotBefore = Noon }], Cancellation));
        Assert.Equal([2], await PageAsync(new() { ConnectionId = 1, State = ExportState.Due, ReadyAt = Noon.AddTicks(-1) }));
        Assert.Equal([1, 2], await PageAsync(new() { ConnectionId = 1, State = ExportState.Due, ReadyAt = Noon }));
        Assert.Equal([1, 2], await PageAsync(new() { ConnectionId = 1, State = ExportState.Due }));
        Assert.Equal([1], await PageAsync(new() { ConnectionId = 1, State = ExportState.Due, Operations = [ExportOperation.Add, ExportOperation.New] }));
        Assert.Equal([4], await PageAsync(new() { AddressBookId = 20 }));
        Assert.Equal([3], await PageAsync(new() { AddressBookId = 10, State = ExportState.Clean }));
        Assert.Equal([1, 2, 4], await PageAsync(new() { State = ExportState.Due }));
        Assert.Empty(await PageAsync(new() { AddressBookId = 20, ConnectionId = 1 }));
    }

    [Fact]
    public async Task Count_OfAConnection_IsByStateAndOperation()
    {
        await SeedAsync(Member(1, "i1", DueAdd), Member(2, "i2", DueAdd), Member(3, "i3", DueRemove), Member(4, "i4"), Member(5, "i5", connection: 2));

        var counts = await ReadAsync(unit => unit.Memberships.CountAsync(1, Cancellation));

        Assert.Equal(
            [new(ExportState.Clean, ExportOperation.None, 1), new(ExportState.Due, ExportOperation.Add, 2), new(ExportState.Due, ExportOperation.Remove, 1)],
            counts);
    }

    [Fact]
    public async Task Count_OfSeveralConnections_IsTheSameOfEach_AndOfNoneOfTheOthers()
    {
        await SeedAsync(Member(1, "i1", DueAdd), Member(2, "i2", DueAdd), Member(4, "i4"), Member(5, "i5", connection: 2), Member(6, "i6", connection: 3));

        var counts = await ReadAsync(unit => unit.Memberships.CountAsync([1, 2, 9], Cancellation));

        Assert.Equal([1, 2], counts.Keys.Order());
        foreach (var (connection, own) in counts)
        {
            Assert.Equal(await ReadAsync(unit => unit.Memberships.CountAsync(connection, Cancellation)), own);
        }

        Assert.Empty(await ReadAsync(unit => unit.Memberships.CountAsync([1, 2], Cancellation), OtherAccount));
    }

    [Fact]
    public async Task TheLastBatch_IsKeptWhenTheMembershipLeavesIt_AndByMarksAndRaises()
    {
        await SeedAsync(
            Member(1, "a", MembershipState.InBatch(7, ExportOperation.Add)), Member(2, "b") with { LastBatchId = 5 }, Member(3, "c", DueAdd) with { LastBatchId = 6 },
            Member(4, "d", MembershipState.Held(SetAsideReason.Refused)) with { LastBatchId = 8 }, Member(5, "e"));

        await WriteAsync(async unit =>
        {
            var first = Assert.Single(await unit.Memberships.FindByContactAsync([1], Cancellation));
            await unit.Memberships.SaveAsync([first with { State = MembershipState.Clean, LastBatchId = first.LastBatchId }], Cancellation);
            await unit.Memberships.MarkForComparisonAsync(1, Cancellation);
            await unit.Memberships.RaiseAsync(1, ["a", "b", "c", "d", "e"], Cancellation);
        });

        var now = new List<long?>();
        for (var contact = 1; contact <= 5; contact++)
        {
            now.Add((await FindAsync(contact)).LastBatchId);
        }

        Assert.Equal([7, 5, 6, 8, null], now);
        Assert.Equal(ExportState.Due, (await FindAsync(1)).State.Kind);
    }

    [Fact]
    public async Task Delete_ByKey_LeavesTheContactsOtherBooks()
    {
        await SeedAsync(Member(1, "i1"), Member(1, "i1", book: 11), Member(2, "i2"));

        await WriteAsync(unit => unit.Memberships.DeleteAsync([new(10, 1), new(11, 2), new(10, 99)], Cancellation));

        Assert.Equal([(1L, 11), (2L, 10)], (await ReadAsync(unit => unit.Memberships.PageAsync(new(), null, 10, Cancellation))).Select(Position));
    }

    [Fact]
    public async Task MP4_MarkForComparison_MakesOnlyCleanMembersWithAnItemDue_AndRaisesThoseInABatch()
    {
        await SeedAsync(
            Member(1, "i1"), Member(2, null), Member(3, "i3", DueAdd), Member(4, "i4", MembershipState.Held("x")), Member(5, "i5", connection: 2),
            Member(6, "i6", MembershipState.Faulted(SetAsideReason.MisfitValue)), Member(7, "i7", MembershipState.Faulted(SetAsideReason.Refused)),
            Member(8, "i8", MembershipState.InBatch(1, ExportOperation.Update)) with { UpdateVersion = 4 }, Member(9, "i9", MembershipState.InBatch(1, ExportOperation.Update), connection: 2));

        var marked = 0;
        await WriteAsync(async unit => marked = await unit.Memberships.MarkForComparisonAsync(1, Cancellation));

        Assert.Equal(2, marked);
        Assert.Equal(MembershipState.Due(ExportOperation.Update), (await FindAsync(6)).State);
        Assert.Equal(MembershipState.Faulted(SetAsideReason.Refused), (await FindAsync(7)).State);
        Assert.Equal(MembershipState.Due(ExportOperation.Update), (await FindAsync(1)).State);
        Assert.Equal(0, (await FindAsync(1)).UpdateVersion);
        Assert.Equal(MembershipState.Clean, (await FindAsync(2)).State);
        Assert.Equal(DueAdd, (await FindAsync(3)).State);
        Assert.Equal(MembershipState.Held("x"), (await FindAsync(4)).State);
        Assert.Equal(MembershipState.Clean, (await FindAsync(5)).State);
        Assert.Equal((MembershipState.InBatch(1, ExportOperation.Update), 5), ((await FindAsync(8)).State, (await FindAsync(8)).UpdateVersion));
        Assert.Equal(0, (await FindAsync(9)).UpdateVersion);
    }

    [Theory]
    [InlineData(ExportState.Clean)]
    [InlineData(ExportState.Held)]
    [InlineData(ExportState.Faulted)]
    public async Task TR3_Raise_OfASettledMember_MakesItDueAndForgetsItsFailures(ExportState kind)
    {
        var state = MembershipState.Restore(kind, ExportOperation.None, null, kind == ExportState.Clean ? null : "Refused");
        await SeedAsync(
            Member(1, "sent", state) with { WasSent = true, Failures = 2, LastFault = "f", UpdateVersion = 8 },
            Member(2, "known", state) with { Failures = 2, LastFault = "f" },
            Member(3, "new", state) with { Failures = 2, LastFault = "f" },
            Member(4, "untouched", state));
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(2, "p2@x.com", 22)], Cancellation));

        var raised = 0;
        await WriteAsync(async unit => raised = await unit.Memberships.RaiseAsync(1, ["sent", "known", "new", "missing"], Cancellation));

        Assert.Equal(3, raised);
        Assert.Equal(
            Member(1, "sent", MembershipState.Due(ExportOperation.Update)) with { WasSent = true, UpdateVersion = 9 }, await FindAsync(1));
        Assert.Equal(Member(2, "known", DueAdd) with { UpdateVersion = 1 }, await FindAsync(2));
        Assert.Equal(Member(3, "new", MembershipState.Due(ExportOperation.New)) with { UpdateVersion = 1 }, await FindAsync(3));
        Assert.Equal(Member(4, "untouched", state), await FindAsync(4));
    }

    [Fact]
    public async Task TR3_Raise_OfADueInBatchOrOptOutReportedMember_RaisesTheVersionOnly()
    {
        MembershipRecord[] members =
        [
            Member(1, "a", DueRemove) with { Failures = 1, LastFault = "f" },
            Member(2, "b", MembershipState.InBatch(3, ExportOperation.Add)),
            Member(3, "c", MembershipState.Held(SetAsideReason.OptOutReported)) with { Failures = 1, LastFault = "f", WasSent = true },
            Member(4, "d", MembershipState.Faulted(SetAsideReason.OptOutReported)),
        ];
        await SeedAsync(members);

        await WriteAsync(unit => unit.Memberships.RaiseAsync(1, ["a", "b", "c", "d"], Cancellation));

        foreach (var member in members)
        {
            Assert.Equal(member with { UpdateVersion = 1 }, await FindAsync(member.ContactId));
        }
    }

    [Fact]
    public async Task TR3_Raise_OfAnotherConnectionsItem_DoesNothing()
    {
        await SeedAsync(Member(1, "a", connection: 2));

        Assert.Equal(0, await ReadAsync(unit => unit.Memberships.RaiseAsync(1, ["a"], Cancellation)));
    }

    private static (long Contact, int Book) Position(MembershipView view) => (view.Membership.ContactId, view.Membership.AddressBookId);

    private Task SeedAsync(params MembershipRecord[] members) => WriteAsync(async unit =>
    {
        await unit.Contacts.SaveAsync([.. members.Select(member => member.ContactId).Distinct().Select(id => Contact(id, $"p{id}@x.com"))], Cancellation);
        await unit.Memberships.SaveAsync(members, Cancellation);
    });

    private async Task<MembershipRecord> FindAsync(long contactId) =>
        Assert.Single(await ReadAsync(unit => unit.Memberships.FindByContactAsync([contactId], Cancellation)));

    private async Task<IEnumerable<long>> PageAsync(MembershipFilter filter) =>
        (await ReadAsync(unit => unit.Memberships.PageAsync(filter, null, 10, Cancellation))).Select(view => view.Membership.ContactId);
}

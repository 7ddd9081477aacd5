using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

public abstract class BatchContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    [Fact]
    public async Task Save_AllFields_ReadsBackAndReplaces()
    {
        var batch = new BatchRecord
        {
            Id = 5,
            Kind = BatchKind.Rename,
            ConnectionId = 2,
            AddressBookId = 10,
            State = BatchState.Stalled,
            ImportId = "0b1c",
            MemberCount = 3,
            CreatedAt = Noon,
            SentAt = Noon.AddSeconds(1),
            SettledAt = Noon.AddSeconds(2),
            NextPollAt = Noon.AddSeconds(3),
            Polls = 30,
            PollErrors = 1,
            FaultsErrors = 2,
            Outcome = "SomethingNew",
            Error = "e",
            Report = "{}",
        };
        await WriteAsync(unit => unit.Batches.SaveAsync(Batch(5), Cancellation));
        await WriteAsync(unit => unit.Batches.SaveAsync(batch, Cancellation));

        Assert.Equal(batch, await ReadAsync(unit => unit.Batches.FindAsync(5, Cancellation)));
        Assert.Null(await ReadAsync(unit => unit.Batches.FindAsync(6, Cancellation)));
        await WriteAsync(unit => unit.Batches.SaveAsync(Batch(7), Cancellation));
        Assert.Equal([batch, Batch(7)], (await ReadAsync(unit => unit.Batches.FindAsync([7, 5, 6, 5], Cancellation))).OrderBy(static found => found.Id));
        Assert.Empty(await ReadAsync(unit => unit.Batches.FindAsync([5], Cancellation), OtherAccount));
    }

    [Fact]
    public async Task AllocateId_AfterRetention_IsNeverGivenTwice()
    {
        await WriteAsync(async unit => await unit.Batches.SaveAsync(Batch(await unit.Batches.AllocateIdAsync(Cancellation), BatchState.Settled), Cancellation));
        await WriteAsync(unit => unit.Batches.DeleteEndedAsync(Noon.AddDays(1), 10, Cancellation));

        Assert.Equal(2, await ReadAsync(unit => unit.Batches.AllocateIdAsync(Cancellation)));
    }

    [Fact]
    public async Task Get_ByState_IsInIdOrder()
    {
        await WriteAsync(async unit =>
        {
            await unit.Batches.SaveAsync(Batch(3, BatchState.Sent), Cancellation);
            await unit.Batches.SaveAsync(Batch(1, BatchState.Settled), Cancellation);
            await unit.Batches.SaveAsync(Batch(2, BatchState.Sending), Cancellation);
        });

        Assert.Equal([2, 3], (await ReadAsync(unit => unit.Batches.GetAsync([BatchState.Sent, BatchState.Sending], Cancellation))).Select(batch => batch.Id));
        Assert.Equal([1, 2, 3], (await ReadAsync(unit => unit.Batches.GetAsync([], Cancellation))).Select(batch => batch.Id));
        Assert.Equal([3, 2], (await ReadAsync(unit => unit.Batches.PageLastAsync(null, 2, Cancellation))).Select(batch => batch.Id));
        Assert.Equal([1], (await ReadAsync(unit => unit.Batches.PageLastAsync(2, 2, Cancellation))).Select(batch => batch.Id));
        Assert.Empty(await ReadAsync(unit => unit.Batches.PageLastAsync(null, 2, Cancellation), OtherAccount));
        var counts = await ReadAsync(unit => unit.Batches.CountAsync(Cancellation));
        Assert.Equal([(BatchState.Sending, 1), (BatchState.Sent, 1), (BatchState.Settled, 1)], counts.OrderBy(static count => count.Key).Select(static count => (count.Key, count.Value)));
    }

    [Fact]
    public async Task Members_ByCursor_ReadBackAsWritten()
    {
        var full = new BatchMemberRecord
        {
            ContactId = 2,
            Email = Email("b@x.com"),
            ItemId = "i2",
            Operation = ExportOperation.Update,
            UpdateVersion = 3,
            SnapshotVersion = 4,
            Sent = FieldValues.Create([new("A", "1"), new("B", string.Empty)]),
            Base = FieldValues.Create([new("A", "0")]),
        };
        await WriteAsync(async unit =>
        {
            await unit.Batches.AddMembersAsync(1, [full, Member(1)], Cancellation);
            await unit.Batches.AddMembersAsync(2, [Member(1)], Cancellation);
        });

        Assert.Equal([Member(1), full], await ReadAsync(unit => unit.Batches.PageMembersAsync(1, 0, 10, Cancellation)));
        Assert.Equal([full], await ReadAsync(unit => unit.Batches.PageMembersAsync(1, 1, 10, Cancellation)));
        Assert.Equal([Member(1)], await ReadAsync(unit => unit.Batches.PageMembersAsync(1, 0, 1, Cancellation)));
    }

    [Fact]
    public async Task EX6_FindLostMembers_LooksOnlyInLostBatches()
    {
        await WriteAsync(async unit =>
        {
            await unit.Batches.SaveAsync(Batch(1, BatchState.Lost), Cancellation);
            await unit.Batches.SaveAsync(Batch(2, BatchState.Sent), Cancellation);
            await unit.Batches.SaveAsync(Batch(3, BatchState.Lost), Cancellation);
            await unit.Batches.AddMembersAsync(1, [Member(1), Member(2)], Cancellation);
            await unit.Batches.AddMembersAsync(2, [Member(1), Member(3)], Cancellation);
            await unit.Batches.AddMembersAsync(3, [Member(1) with { UpdateVersion = 9 }], Cancellation);
        });

        var lost = await ReadAsync(unit => unit.Batches.FindLostMembersAsync([1, 3], Cancellation));

        Assert.Equal([0, 9], lost.Select(member => member.UpdateVersion).Order());
        Assert.All(lost, member => Assert.Equal(1, member.ContactId));
    }

    [Fact]
    public async Task W3_FindTravellingMembers_LeavesOutWhatIsSettledOrWasRefused()
    {
        await WriteAsync(async unit =>
        {
            foreach (var state in Enum.GetValues<BatchState>())
            {
                await unit.Batches.SaveAsync(Batch(10 + (int)state, state), Cancellation);
                await unit.Batches.AddMembersAsync(10 + (int)state, [Member(1) with { UpdateVersion = (int)state }, Member(2)], Cancellation);
            }
        });

        var found = await ReadAsync(unit => unit.Batches.FindTravellingMembersAsync([1, 3], Cancellation));

        Assert.Equal(
            Enum.GetValues<BatchState>().Except([BatchState.Settled, BatchState.Refused]).Select(static state => (int)state).Order(),
            found.Select(static member => member.UpdateVersion).Order());
    }

    [Fact]
    public async Task DeleteMembers_KeepsTheBatchAndOthersMembers()
    {
        await WriteAsync(async unit =>
        {
            await unit.Batches.SaveAsync(Batch(1), Cancellation);
            await unit.Batches.AddMembersAsync(1, [Member(1)], Cancellation);
            await unit.Batches.AddMembersAsync(2, [Member(1)], Cancellation);
            await unit.Batches.DeleteMembersAsync(1, Cancellation);
        });

        Assert.NotNull(await ReadAsync(unit => unit.Batches.FindAsync(1, Cancellation)));
        Assert.Empty(await ReadAsync(unit => unit.Batches.PageMembersAsync(1, 0, 10, Cancellation)));
        Assert.Single(await ReadAsync(unit => unit.Batches.PageMembersAsync(2, 0, 10, Cancellation)));
    }

    [Fact]
    public async Task DeleteEnded_DeletesOldEndedBatchesWithTheirMembers()
    {
        await WriteAsync(async unit =>
        {
            await unit.Batches.SaveAsync(Batch(1, BatchState.Settled), Cancellation);
            await unit.Batches.SaveAsync(Batch(2, BatchState.Refused), Cancellation);
            await unit.Batches.SaveAsync(Batch(3, BatchState.Lost), Cancellation);
            await unit.Batches.SaveAsync(Batch(4, BatchState.Sent), Cancellation);
            await unit.Batches.SaveAsync(Batch(5, BatchState.Ended), Cancellation);
            await unit.Batches.SaveAsync(Batch(6, BatchState.Settled) with { CreatedAt = Noon.AddDays(1) }, Cancellation);
            await unit.Batches.AddMembersAsync(3, [Member(1)], Cancellation);
            await unit.Batches.AddMembersAsync(4, [Member(1)], Cancellation);
        });

        var deleted = 0;
        await WriteAsync(async unit => deleted = await unit.Batches.DeleteEndedAsync(Noon.AddDays(1), 10, Cancellation));

        Assert.Equal(3, deleted);
        Assert.Equal([4, 5, 6], (await ReadAsync(unit => unit.Batches.GetAsync([], Cancellation))).Select(batch => batch.Id));
        Assert.Empty(await ReadAsync(unit => unit.Batches.PageMembersAsync(3, 0, 10, Cancellation)));
        Assert.Single(await ReadAsync(unit => unit.Batches.PageMembersAsync(4, 0, 10, Cancellation)));
    }

    [Fact]
    public async Task DeleteEnded_TakesAtMostSoMany_ByTheirEnd()
    {
        await WriteAsync(async unit =>
        {
            await unit.Batches.SaveAsync(Batch(1, BatchState.Settled) with { SettledAt = Noon.AddDays(2) }, Cancellation);
            await unit.Batches.SaveAsync(Batch(2, BatchState.Lost) with { SettledAt = Noon }, Cancellation);
            await unit.Batches.SaveAsync(Batch(3, BatchState.Settled) with { SettledAt = Noon }, Cancellation);
        });

        await WriteAsync(unit => unit.Batches.DeleteEndedAsync(Noon.AddDays(1), 1, Cancellation));
        Assert.Equal([1, 3], (await ReadAsync(unit => unit.Batches.GetAsync([], Cancellation))).Select(batch => batch.Id));
        await WriteAsync(unit => unit.Batches.DeleteEndedAsync(Noon.AddDays(1), 5, Cancellation));
        Assert.Equal([1], (await ReadAsync(unit => unit.Batches.GetAsync([], Cancellation))).Select(batch => batch.Id));
    }

    private static BatchRecord Batch(long id, BatchState state = BatchState.Sending) =>
        new() { Id = id, Kind = BatchKind.CsvImport, ConnectionId = 1, AddressBookId = 10, State = state, MemberCount = 1, CreatedAt = Noon };

    private static BatchMemberRecord Member(long contactId) => new() { ContactId = contactId, Email = Email("a@x.com"), Operation = ExportOperation.Add };
}

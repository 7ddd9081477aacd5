using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

public abstract class HostWriteContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    [Fact]
    public async Task IM4_Save_KeepsEveryPart_AndReplacesByKey()
    {
        var write = Write(7) with
        {
            Base = Values(("TOWN", "Paris"), ("POINTS", string.Empty)),
            Offered = Values(("VIP", string.Empty)),
            Seen = Values(("TOWN", string.Empty)),
            Attempts = 2,
            NextAttemptAt = Noon,
            Error = "no",
        };
        await WriteAsync(unit => unit.HostWrites.SaveAsync([write with { Attempts = 9 }, Write(8)], Cancellation));

        await WriteAsync(unit => unit.HostWrites.SaveAsync([write], Cancellation));

        Assert.Equal([write], await FindAsync(7, 99));
        Assert.Null((await FindAsync(8)).Single().Seen);
        Assert.Equal((2, 1), await ReadAsync(unit => unit.HostWrites.CountAsync(1, Cancellation)));
        await WriteAsync(unit => unit.HostWrites.SaveAsync([Write(9) with { ConnectionId = 2 }, Write(9) with { ConnectionId = 3 }], Cancellation));
        Assert.Equal([(1, (2L, 1L)), (2, (1L, 0L))], (await ReadAsync(unit => unit.HostWrites.CountAsync([1, 2, 7], Cancellation))).OrderBy(static count => count.Key).Select(static count => (count.Key, count.Value)));
        Assert.Empty(await ReadAsync(unit => unit.HostWrites.FindAsync([7], Cancellation), OtherAccount));
    }

    [Fact]
    public async Task IM4_PageDue_IsByContact_AndLeavesOutWhatWaitsOrIsOfAnotherKind()
    {
        await WriteAsync(unit => unit.HostWrites.SaveAsync(
            [
                Write(9), Write(3), Write(4) with { NextAttemptAt = Noon.AddMinutes(1) }, Write(5) with { NextAttemptAt = Noon }, Write(6) with { IsCreation = true },
                Write(7) with { ConnectionId = 2 },
            ],
            Cancellation));

        Assert.Equal([3, 5, 9], await DueAsync(1, isCreation: false));
        Assert.Equal([5], await DueAsync(1, isCreation: false, after: 3, take: 1));
        Assert.Equal([6], await DueAsync(1, isCreation: true));
        Assert.Equal([7], await DueAsync(2, isCreation: false));
    }

    [Fact]
    public async Task IM5_Add_LeavesWhatIsThereAlone()
    {
        await WriteAsync(unit => unit.HostWrites.SaveAsync([Write(1) with { Attempts = 3 }], Cancellation));

        await WriteAsync(unit => unit.HostWrites.AddAsync([Write(1), Write(2)], Cancellation));

        Assert.Equal([3, 0], (await FindAsync(1, 2)).OrderBy(static write => write.ContactId).Select(static write => write.Attempts));
    }

    [Fact]
    public async Task Delete_TakesOnlyTheConnectionsOwn()
    {
        await WriteAsync(unit => unit.HostWrites.SaveAsync([Write(1), Write(1) with { ConnectionId = 2 }], Cancellation));

        await WriteAsync(unit => unit.HostWrites.DeleteAsync(1, [1, 99], Cancellation));

        Assert.Equal([2], (await FindAsync(1)).Select(static write => write.ConnectionId));
    }

    [Fact]
    public async Task CN2_DeleteAll_TakesAllOfTheConnection_AndNoOthers()
    {
        await WriteAsync(unit => unit.HostWrites.SaveAsync([Write(1), Write(2) with { IsCreation = true }, Write(1) with { ConnectionId = 2 }], Cancellation));

        await WriteAsync(unit => unit.HostWrites.DeleteAllAsync(1, Cancellation));

        Assert.Equal([2], (await FindAsync(1, 2)).Select(static write => write.ConnectionId));
    }

    private static HostWriteRecord Write(long contactId) => new() { ConnectionId = 1, ContactId = contactId, CreatedAt = Noon };

    private static FieldValues Values(params (string Name, string Value)[] values) =>
        FieldValues.Create(values.Select(static value => KeyValuePair.Create(value.Name, (string?)value.Value)));

    private Task<IReadOnlyList<HostWriteRecord>> FindAsync(params long[] contactIds) => ReadAsync(unit => unit.HostWrites.FindAsync(contactIds, Cancellation));

    private async Task<IEnumerable<long>> DueAsync(int connection, bool isCreation, long after = 0, int take = 10) =>
        (await ReadAsync(unit => unit.HostWrites.PageDueAsync(connection, isCreation, Noon, after, take, Cancellation))).Select(static write => write.ContactId);
}

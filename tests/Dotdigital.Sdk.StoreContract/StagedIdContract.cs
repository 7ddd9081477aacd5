using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

public abstract class StagedIdContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    private const string Step = "step";

    [Fact]
    public async Task StagedIds_AreReplacedByKey_AndFound()
    {
        await SaveAsync(1, new StagedId(5, 50), new StagedId(-7, long.MaxValue), new StagedId(5, 51));
        await SaveAsync(1, new StagedId(-7, long.MinValue));
        await SaveAsync(1);

        var found = await ReadAsync(unit => unit.StagedIds.FindAsync(Step, 1, [5, -7, 6, 5], Cancellation));
        Assert.Equal([new(-7, long.MinValue), new(5, 51)], found.OrderBy(static staged => staged.Id));
        Assert.Empty(await ReadAsync(unit => unit.StagedIds.FindAsync(Step, 1, [], Cancellation)));
    }

    [Fact]
    public async Task StagedIds_ArePagedById()
    {
        await SaveAsync(1, [.. new long[] { 3, -1, 2, long.MinValue, 9 }.Select(static id => new StagedId(id, id))]);

        Assert.Equal([-1, 2], (await PageAsync(1, long.MinValue, 2)).Select(static staged => staged.Id));
        Assert.Equal([3, 9], (await PageAsync(1, 2, 10)).Select(static staged => staged.Id));
        Assert.Empty(await PageAsync(1, 9, 10));
    }

    [Fact]
    public async Task StagedIds_OfOneScope_GoWithoutThoseOfOthers()
    {
        await SaveAsync(1, new StagedId(1, 1), new StagedId(2, 2), new StagedId(long.MinValue, 3));
        await SaveAsync(2, new StagedId(1, 1));
        await WriteAsync(unit => unit.StagedIds.SaveAsync("other", 1, [new StagedId(1, 1)], Cancellation));
        await WriteAsync(unit => unit.StagedIds.SaveAsync(Step, 1, [new StagedId(1, 1)], Cancellation), OtherAccount);

        await WriteAsync(unit => unit.StagedIds.DeleteAsync(Step, 1, [2, 77], Cancellation));
        Assert.Equal([1], (await PageAsync(1, 0, 10)).Select(static staged => staged.Id));
        await WriteAsync(unit => unit.StagedIds.ClearAsync(Step, 1, Cancellation));

        Assert.Empty(await ReadAsync(unit => unit.StagedIds.FindAsync(Step, 1, [1, 2, long.MinValue], Cancellation)));
        Assert.Single(await PageAsync(2, 0, 10));
        Assert.Single(await ReadAsync(unit => unit.StagedIds.PageAsync("other", 1, 0, 10, Cancellation)));
        Assert.Single(await ReadAsync(unit => unit.StagedIds.PageAsync(Step, 1, 0, 10, Cancellation), OtherAccount));
    }

    private Task SaveAsync(int scope, params StagedId[] ids) => WriteAsync(unit => unit.StagedIds.SaveAsync(Step, scope, ids, Cancellation));

    private Task<IReadOnlyList<StagedId>> PageAsync(int scope, long after, int take) => ReadAsync(unit => unit.StagedIds.PageAsync(Step, scope, after, take, Cancellation));
}

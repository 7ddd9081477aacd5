using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Paging;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Import;

/// <summary>Rules W-2 and IM-9: an event is counted once, also where pages reach back and the list moves.</summary>
public sealed class RepeatedRowsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(999)]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(2350)]
    public async Task ReadAsync_ListAtRest_TakesEveryRowOnce(int count)
    {
        var list = Enumerable.Range(0, count).ToList();

        Assert.Equal(list, await ReadAsync(list));
    }

    [Fact]
    public async Task ReadAsync_AllRowsAlike_TakesEveryRowOnce()
    {
        var list = Enumerable.Repeat(7, 2350).ToList();

        Assert.Equal(list, await ReadAsync(list));
    }

    [Fact]
    public async Task ReadAsync_RowsGoBetweenPages_SkipsNone()
    {
        var list = Enumerable.Range(0, 1500).ToList();

        var read = await ReadAsync(list, afterFirst: () => list.RemoveRange(10, 60));

        Assert.Equal(Enumerable.Range(0, 1500), read);
    }

    [Fact]
    public async Task ReadAsync_RowsComeInBeforeBetweenPages_TakesNoneTwice()
    {
        var list = Enumerable.Range(0, 1500).ToList();

        var read = await ReadAsync(list, afterFirst: () => list.InsertRange(0, Enumerable.Range(5000, 40)));

        Assert.Equal(Enumerable.Range(0, 1500), read);
    }

    [Fact]
    public async Task ReadAsync_RowComesInAmongTheRepeatedOnes_TakesItAndNoneTwice()
    {
        var list = Enumerable.Range(0, 1500).ToList();

        var read = await ReadAsync(list, afterFirst: () => list.Insert(950, 9999));

        Assert.Equal(1501, read.Count);
        Assert.Equal(1501, read.Distinct().Count());
    }

    [Fact]
    public async Task ReadAsync_ServerGivesFewerThanAsked_GoesOnToTheEmptyPage()
    {
        var list = Enumerable.Range(0, 730).ToList();

        Assert.Equal(list, await ReadAsync(list, cap: 200));
    }

    [Fact]
    public async Task ReadAsync_NothingThere_CostsOneCall()
    {
        var calls = 0;
        await ReadAsync([], onCall: () => calls++);

        Assert.Equal(1, calls);
    }

    private static async Task<List<int>> ReadAsync(List<int> list, Action? afterFirst = null, int cap = int.MaxValue, Action? onCall = null)
    {
        var repeats = new RepeatedRows<int>(static row => row);
        var read = new List<int>();
        var isFirst = true;
        await foreach (var page in OverlappingPages.ReadAsync(GetAsync, TestContext.Current.CancellationToken))
        {
            read.AddRange(repeats.TakeNew(page));
        }

        return read;

        Task<Page<int>> GetAsync(int skip, int take, CancellationToken cancellationToken)
        {
            onCall?.Invoke();
            var page = new Page<int>([.. list.Skip(skip).Take(Math.Min(take, cap))], skip, null);
            if (isFirst)
            {
                afterFirst?.Invoke();
                isFirst = false;
            }

            return Task.FromResult(page);
        }
    }
}

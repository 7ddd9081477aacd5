using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Paging;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Import;

/// <summary>Rule W-2: a read of a v2 list that is cut goes on where it ended, whatever moves meanwhile, and takes every row once.</summary>
public sealed class SlicedListTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(999, 1)]
    [InlineData(1000, 2)]
    [InlineData(1900, 3)]
    [InlineData(4250, 6)]
    public async Task W2_ListAtRest_CutAfterEveryPage_TakesEveryRowOnce(int count, int slices)
    {
        var list = Enumerable.Range(0, count).ToList();

        var (read, cuts, restarts) = await ReadAsync(list);

        Assert.Equal(list, read);
        Assert.Equal((slices - 1, 0), (cuts, restarts));
    }

    [Fact]
    public async Task W2_RowsGoBetweenSlices_SkipsNone()
    {
        var list = Enumerable.Range(0, 3500).ToList();

        var (read, _, restarts) = await ReadAsync(list, afterCut: () => list.RemoveRange(10, 99));

        Assert.Equal(Enumerable.Range(0, 3500), read);
        Assert.Equal(0, restarts);
    }

    [Fact]
    public async Task W2_RowsComeInBetweenSlices_TakesNoneTwice()
    {
        var list = Enumerable.Range(0, 3500).ToList();

        var (read, _, restarts) = await ReadAsync(list, afterCut: () => list.InsertRange(0, Enumerable.Range(5000, 700)));

        Assert.Equal(Enumerable.Range(0, 3500), read);
        Assert.Equal(0, restarts);
    }

    [Fact]
    public async Task W2_RowComesInAmongTheRepeatedOnes_IsTaken_AndNoneTwice()
    {
        var list = Enumerable.Range(0, 3500).ToList();

        var (read, _, _) = await ReadAsync(list, afterCut: () => list.Insert(950, 9999));

        Assert.Equal(Enumerable.Range(0, 3500).Append(9999), read.Order());
    }

    [Fact]
    public async Task W2_MoreRowsGoThanAPageReachesBack_BeginsAgain()
    {
        var list = Enumerable.Range(0, 3500).ToList();

        var (read, _, restarts) = await ReadAsync(list, afterCut: () => list.RemoveRange(10, 150));

        Assert.Equal(list, read);
        Assert.Equal(1, restarts);
    }

    [Fact]
    public async Task W2_ListIsEmptyNow_Ends()
    {
        var list = Enumerable.Range(0, 3500).ToList();

        var (read, _, _) = await ReadAsync(list, afterCut: list.Clear);

        Assert.Equal(1000, read.Count);
    }

    [Fact]
    public async Task W2_ServerGivesShortPages_IsNotCutWhereAPageCouldNotBeFoundAgain()
    {
        var list = Enumerable.Range(0, 730).ToList();

        var (read, cuts, restarts) = await ReadAsync(list, cap: 80);

        Assert.Equal(list, read);
        Assert.Equal((0, 0), (cuts, restarts));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7")]
    [InlineData("7:")]
    [InlineData("x:AAAAAAAAAAA=")]
    [InlineData("7:AAAA")]
    [InlineData("7:!")]
    public void Place_Unreadable_IsNone(string? text) => Assert.Null(ListPlace.Parse(text));

    [Fact]
    public void Place_IsReadAsItWasStored()
    {
        var place = ListPlace.Parse(new ListPlace(1234, [long.MinValue, -1, 0, long.MaxValue]).ToString());

        Assert.Equal(1234, place!.End);
        Assert.Equal([long.MinValue, -1, 0, long.MaxValue], place.Marks);
    }

    /// <summary>Reads to the end, cut wherever it can be; of a read that began again only what it took since.</summary>
    private static async Task<(List<int> Read, int Cuts, int Restarts)> ReadAsync(List<int> list, Action? afterCut = null, int cap = int.MaxValue)
    {
        var read = new List<int>();
        string? place = null;
        int cuts = 0, restarts = 0;
        bool isCut;
        do
        {
            isCut = false;
            var from = ListPlace.Parse(place);
            await foreach (var part in new SlicedList<int>(GetAsync, static row => row).ReadAsync(from, TestContext.Current.CancellationToken))
            {
                if (part.IsStart && from is not null)
                {
                    read.Clear();
                    restarts++;
                }

                read.AddRange(part.New);
                if (part.Place is not null)
                {
                    (place, isCut) = (part.Place.ToString(), true);
                    cuts++;
                    afterCut?.Invoke();
                    afterCut = null;
                    break;
                }
            }
        }
        while (isCut);

        return (read, cuts, restarts);

        Task<Page<int>> GetAsync(int skip, int take, CancellationToken cancellationToken) =>
            Task.FromResult(new Page<int>([.. list.Skip(skip).Take(Math.Min(take, cap))], skip, null));
    }
}

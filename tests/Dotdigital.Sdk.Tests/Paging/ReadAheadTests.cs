using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Tests.Paging;

/// <summary>Lists fetch the next page while one is consumed, and no page that nobody asked for.</summary>
public sealed class ReadAheadTests
{
    private readonly List<int> asked = [];
    private CancellationToken given;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstPageOnly_CostsOneCall()
    {
        await foreach (var item in Read().WithCancellation(Token))
        {
            if (item == 9)
            {
                break;
            }
        }

        Assert.Equal([0], asked);
    }

    [Fact]
    public async Task FromTheSecondPageOn_TheNextIsUnderWayWhileOneIsConsumed()
    {
        await using var items = Read().GetAsyncEnumerator(Token);
        for (var i = 0; i <= 10; i++)
        {
            Assert.True(await items.MoveNextAsync());
        }

        Assert.Equal([0, 10, 20], asked);
    }

    [Fact]
    public async Task WholeList_AsksForEachPageOnce_AndTheEmptyOne()
    {
        Assert.Equal(Enumerable.Range(0, 40), await Read().ToListAsync(Token));

        Assert.Equal([0, 10, 20, 30, 40], asked);
    }

    [Fact]
    public async Task LeavingTheList_CancelsWhatIsUnderWay_AndWaitsForIt()
    {
        var ended = false;
        await using (var items = PagedList.ReadAsync(HangAsync, Token).GetAsyncEnumerator(Token))
        {
            for (var i = 0; i <= 10; i++)
            {
                Assert.True(await items.MoveNextAsync());
            }
        }

        Assert.True(given.IsCancellationRequested);
        Assert.True(ended);

        async Task<Page<int>> HangAsync(int skip, CancellationToken cancellationToken)
        {
            given = cancellationToken;
            if (skip >= 20)
            {
                try
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
                }
                finally
                {
                    ended = true;
                }
            }

            return Page(skip);
        }
    }

    [Fact]
    public async Task PageThatFailsAhead_FailsWhereItIsReached()
    {
        var read = new List<int>();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var item in PagedList.ReadAsync<int>((skip, _) => skip == 20 ? Task.FromException<Page<int>>(new InvalidOperationException("third")) : Task.FromResult(Page(skip)), Token))
            {
                read.Add(item);
            }
        });

        Assert.Equal("third", error.Message);
        Assert.Equal(20, read.Count);
    }

    private static Page<int> Page(int skip) => new(skip < 40 ? [.. Enumerable.Range(skip, 10)] : [], skip, null);

    private IAsyncEnumerable<int> Read() => PagedList.ReadAsync(
        (skip, _) =>
        {
            asked.Add(skip);
            return Task.FromResult(Page(skip));
        },
        Token);
}

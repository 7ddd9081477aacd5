using Dotdigital.Sdk.Integration.Campaigns;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Campaigns;

public sealed class EventOrdinalsTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Next_EqualContactSecondAndUrl_CountsUp_OthersBeginAtZero_IM9()
    {
        var ordinals = new EventOrdinals();

        Assert.Equal(0, ordinals.Next(1, At, "a"));
        Assert.Equal(1, ordinals.Next(1, At, "a"));
        Assert.Equal(0, ordinals.Next(1, At, "b"));
        Assert.Equal(0, ordinals.Next(2, At, "a"));
        Assert.Equal(0, ordinals.Next(1, At.AddSeconds(1), "a"));
        Assert.Equal(2, ordinals.Next(1, At, "a"));
    }

    [Fact]
    public void Next_ReReadInAnotherOrderWithALateComer_GivesTheSameKeysAndOneMore_IM9()
    {
        (long, DateTimeOffset, string)[] first = [(1, At, "a"), (2, At, "a"), (1, At, "a")];
        (long, DateTimeOffset, string)[] again = [(1, At, "a"), (1, At, "a"), (1, At, "a"), (2, At, "a")];

        var stored = Keys(first);
        var reread = Keys(again);

        Assert.Equal(stored, reread.Intersect(stored).ToHashSet());
        Assert.Equal([(1, At, "a", 2)], reread.Except(stored));
    }

    [Fact]
    public void ToSecond_CutsAndTurnsToUtc()
    {
        var at = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(2)).AddTicks(9_999_999);

        Assert.Equal(At, at.ToSecond());
        Assert.Equal(TimeSpan.Zero, at.ToSecond().Offset);
    }

    private static HashSet<(long, DateTimeOffset, string, int)> Keys(IEnumerable<(long Contact, DateTimeOffset At, string Url)> events)
    {
        var ordinals = new EventOrdinals();
        return [.. events.Select(e => (e.Contact, e.At, e.Url, ordinals.Next(e.Contact, e.At, e.Url)))];
    }
}

using Dotdigital.Sdk.Emulator.Clock;
using Microsoft.Extensions.Time.Testing;

namespace Dotdigital.Sdk.Emulator.Tests.Clock;

public sealed class EmulatorClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _real = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 10)]
    [InlineData(60, 600)]
    public void Clock_RunsAtItsSpeed(double speed, int expectedSeconds)
    {
        var clock = new EmulatorClock(Start, speed, _real);
        _real.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(Start.AddSeconds(expectedSeconds), clock.GetUtcNow());
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Start.AddSeconds(expectedSeconds + 3600), clock.GetUtcNow());
    }

    [Fact]
    public void Timers_OfAStandingClock_FireWhenItIsAdvanced()
    {
        var clock = new EmulatorClock(Start, 0, _real);
        var fired = 0;
        using var timer = clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(0, fired);
        clock.Advance(TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(1, fired);
    }

    [Fact]
    public void Restore_GoesOnAsIfItHadNeverStopped()
    {
        var first = new EmulatorClock(Start, 60, _real);
        var anchor = first.Anchor;
        _real.Advance(TimeSpan.FromMinutes(1));
        var second = new EmulatorClock(null, 60, _real);
        second.Restore(anchor, 60);
        Assert.Equal(first.GetUtcNow(), second.GetUtcNow());
    }

    [Fact]
    public void Advance_Backwards_IsRefused()
    {
        var clock = new EmulatorClock(Start, 0, _real);
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromSeconds(-1)));
    }
}

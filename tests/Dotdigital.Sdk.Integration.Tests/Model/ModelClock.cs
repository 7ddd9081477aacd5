using Dotdigital.Sdk.Emulator.Clock;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>
/// The emulator's clock, which stands still, for the engine. What the engine waits for by itself, a rate limit's reset or the pause before a retry, passes at
/// once: the clock moves as far as it waits. Limits (of a request, of a handler) and what happens now and then (a run that tells how it stands) only come when somebody moves the clock.
/// </summary>
internal sealed class ModelClock(EmulatorClock clock, params IReadOnlyCollection<TimeSpan> limits) : TimeProvider
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        if (dueTime > TimeSpan.Zero && dueTime <= LongestWait && period == Timeout.InfiniteTimeSpan && !limits.Contains(dueTime))
        {
            _ = Task.Run(() => clock.Advance(dueTime));
        }

        return timer;
    }
}

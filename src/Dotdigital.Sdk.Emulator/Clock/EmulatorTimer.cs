namespace Dotdigital.Sdk.Emulator.Clock;

/// <summary>A timer of a clock that stands still: it fires inside <see cref="EmulatorClock.Advance"/>.</summary>
internal sealed class EmulatorTimer(EmulatorClock clock, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    public long Due { get; private set; } = long.MaxValue;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        if (dueTime == Timeout.InfiniteTimeSpan)
        {
            clock.Unschedule(this);
            return true;
        }

        Due = clock.NowTicks() + dueTime.Ticks;
        if (dueTime == TimeSpan.Zero)
        {
            Fire();
            return true;
        }

        clock.Schedule(this);
        return true;
    }

    public void Fire()
    {
        if (_period > TimeSpan.Zero)
        {
            Due += _period.Ticks;
            clock.Schedule(this);
        }
        else
        {
            clock.Unschedule(this);
        }

        callback(state);
    }

    public void Dispose() => clock.Unschedule(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}

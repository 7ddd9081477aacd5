namespace Dotdigital.Sdk.Soak.Clock;

/// <summary>
/// The engine's clock: it stands still until it is advanced, and what waits for a schedule, a retry or a rate limit waits for that. Limits of real work (of a
/// request, of a handler, the renewal of a lease) stay real time: the machine's speed has nothing to do with how fast days pass here.
/// </summary>
internal sealed class SoakClock(DateTimeOffset start, params IReadOnlyCollection<TimeSpan> limits) : TimeProvider
{
    /// <summary>How long the engine's scheduler waits from one look to the next.</summary>
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly List<SoakTimer> _timers = [];
    private long _now = start.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Whether the scheduler has looked at the present instant, and waits for the next one.</summary>
    public bool IsLookedAt
    {
        get
        {
            lock (_gate)
            {
                return _timers.Exists(static timer => timer.Wait == Tick);
            }
        }
    }

    /// <summary>When the first of those due that a run waits for; null when none waits for the clock.</summary>
    public TimeSpan? NextWait
    {
        get
        {
            lock (_gate)
            {
                var waits = _timers.Where(static timer => timer.Wait != Tick).ToList();
                return waits.Count == 0 ? null : TimeSpan.FromTicks(Math.Max(1, waits.Min(static timer => timer.Due) - _now));
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _now), TimeSpan.Zero);

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (limits.Contains(dueTime) || dueTime == Timeout.InfiniteTimeSpan || period != Timeout.InfiniteTimeSpan)
        {
            return System.CreateTimer(callback, state, dueTime, period);
        }

        var timer = new SoakTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan by)
    {
        List<SoakTimer> due;
        lock (_gate)
        {
            _now += by.Ticks;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            _timers.RemoveAll(due.Contains);
        }

        foreach (var timer in due)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static timer => timer.Fire(), timer, preferLocal: false);
        }
    }

    public void Arm(SoakTimer timer, TimeSpan wait)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (wait >= TimeSpan.Zero)
            {
                timer.Due = _now + wait.Ticks;
                _timers.Add(timer);
            }
        }
    }

    public void Disarm(SoakTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }
}

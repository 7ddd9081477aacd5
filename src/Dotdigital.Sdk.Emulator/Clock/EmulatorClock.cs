namespace Dotdigital.Sdk.Emulator.Clock;

/// <summary>
/// The emulator's own clock. It runs at a speed factor of real time (1: real, 0: stands still until
/// <see cref="Advance"/>), and can always be moved forward. Everything the emulator dates, delays or limits follows it.
/// </summary>
public sealed class EmulatorClock : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<EmulatorTimer> _timers = [];
    private readonly TimeProvider _real;
    private long _anchorReal;
    private long _anchor;
    private double _speed;

    internal EmulatorClock(DateTimeOffset? start, double speed, TimeProvider real)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(speed);
        _real = real;
        _anchorReal = real.GetUtcNow().UtcTicks;
        _anchor = start?.UtcTicks ?? _anchorReal;
        _speed = speed;
    }

    internal Action<ClockAnchor>? Moving { get; set; }

    internal Action? Moved { get; set; }

    /// <summary>How many seconds of this clock pass in a second of real time. 0 means that it only moves by <see cref="Advance"/>.</summary>
    public double Speed
    {
        get
        {
            lock (_gate)
            {
                return _speed;
            }
        }
    }

    internal bool HasTimers
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count > 0;
            }
        }
    }

    internal ClockAnchor Anchor
    {
        get
        {
            lock (_gate)
            {
                return new ClockAnchor(_anchorReal, _anchor, _speed);
            }
        }
    }

    /// <inheritdoc />
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => new(NowTicks(), TimeSpan.Zero);

    /// <inheritdoc />
    public override long GetTimestamp() => NowTicks();

    /// <summary>Moves the clock forward; imports and deletions that become due are processed before it returns.</summary>
    /// <param name="by">How far; zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is negative.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        List<EmulatorTimer> due;
        lock (_gate)
        {
            var real = _real.GetUtcNow().UtcTicks;
            var now = At(real) + by.Ticks;
            Moving?.Invoke(new ClockAnchor(real, now, _speed));
            _anchor = now;
            _anchorReal = real;
            due = [.. _timers.Where(timer => timer.Due <= now)];
        }

        Moved?.Invoke();
        foreach (var timer in due)
        {
            timer.Fire();
        }
    }

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var speed = Speed;
        if (speed > 0)
        {
            return _real.CreateTimer(callback, state, Scale(dueTime, speed), Scale(period, speed));
        }

        var timer = new EmulatorTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal long NowTicks()
    {
        lock (_gate)
        {
            return At(_real.GetUtcNow().UtcTicks);
        }
    }

    /// <summary>Does something while nobody can move the clock.</summary>
    internal void Hold(Action<ClockAnchor> action)
    {
        lock (_gate)
        {
            action(new ClockAnchor(_anchorReal, _anchor, _speed));
        }
    }

    internal void Restore(ClockAnchor anchor, double speed)
    {
        lock (_gate)
        {
            _anchorReal = anchor.Real;
            _anchor = anchor.Emulated;
            _speed = anchor.Speed;
            var real = _real.GetUtcNow().UtcTicks;
            _anchor = At(real);
            _anchorReal = real;
            _speed = speed;
        }
    }

    internal void Schedule(EmulatorTimer timer)
    {
        lock (_gate)
        {
            if (!_timers.Contains(timer))
            {
                _timers.Add(timer);
            }
        }
    }

    internal void Unschedule(EmulatorTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    private static TimeSpan Scale(TimeSpan time, double speed) => time < TimeSpan.Zero ? time : time / speed;

    private long At(long real) => _anchor + (long)(Math.Max(0, real - _anchorReal) * _speed);
}

namespace Dotdigital.Sdk.Soak.Clock;

/// <summary>A timer of the driven clock; it fires once.</summary>
internal sealed class SoakTimer(SoakClock clock, TimerCallback callback, object? state) : ITimer
{
    /// <summary>When it fires, in ticks of the clock.</summary>
    public long Due { get; set; }

    /// <summary>How long it was set for.</summary>
    public TimeSpan Wait { get; private set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Wait = dueTime;
        clock.Arm(this, dueTime);
        return true;
    }

    public void Fire() => callback(state);

    public void Dispose() => clock.Disarm(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}

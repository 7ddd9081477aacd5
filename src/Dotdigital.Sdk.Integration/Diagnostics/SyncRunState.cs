namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>Where a run of a job stands.</summary>
public enum SyncRunState
{
    /// <summary>It is under way.</summary>
    Running = 0,

    /// <summary>It ended, and every step that ran did so without a failure.</summary>
    Succeeded = 1,

    /// <summary>A step failed, or the run was cut short by a failure.</summary>
    Failed = 2,

    /// <summary>Its caller cancelled it, as a host does that stops; what was stored stays.</summary>
    Cancelled = 3,

    /// <summary>It lost the account to another run, and stopped (rule BL-4).</summary>
    Lost = 4,

    /// <summary>It never told its end: its process died, or was paused until another run took the account. What was stored stays.</summary>
    Vanished = 5,
}

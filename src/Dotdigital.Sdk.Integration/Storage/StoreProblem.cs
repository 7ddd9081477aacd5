namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Why the engine's store did not do a unit of work.</summary>
public enum StoreProblem
{
    /// <summary>It is not there, refuses the connection, went away under a statement, or may not be written.</summary>
    Unreachable,

    /// <summary>Others kept it busy for longer than the connection string lets a unit of work wait: for a turn to write, a lock, or a connection of the pool.</summary>
    Busy,

    /// <summary>It has no space left.</summary>
    Full,

    /// <summary>It undid the unit, which another transaction was in conflict with: a deadlock, or a failure to serialise.</summary>
    Conflict,

    /// <summary>What it holds, or its disk, cannot be read.</summary>
    Damaged,
}

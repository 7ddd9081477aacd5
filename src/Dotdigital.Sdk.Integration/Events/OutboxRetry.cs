namespace Dotdigital.Sdk.Integration.Events;

/// <summary>What became of a retry.</summary>
public enum OutboxRetry
{
    /// <summary>No event with this id is set aside.</summary>
    NotFound = 0,

    /// <summary>The next run delivers it.</summary>
    Retried = 1,

    /// <summary>The person has said the opposite since: it was dismissed, since telling it now would undo that.</summary>
    Obsolete = 2,
}

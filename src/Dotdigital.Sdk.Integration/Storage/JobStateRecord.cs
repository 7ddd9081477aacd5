namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>How a job of an account last went: for health checks and for the person who looks. Key: account + <see cref="Job"/>.</summary>
public sealed record JobStateRecord
{
    /// <summary>A name of <see cref="Accounts.JobNames"/>.</summary>
    public required string Job { get; init; }

    /// <summary>When it last ended without a failure, by our clock; null before the first time.</summary>
    public DateTimeOffset? LastSuccessAt { get; init; }

    /// <summary>When it last ended with a failure.</summary>
    public DateTimeOffset? LastFailureAt { get; init; }

    /// <summary>Since when it fails without a success in between; null while it works.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Failures { get; init; }

    /// <summary>Dotdigital's error code, or the name of the exception, of the last failure; kept after a success.</summary>
    public string? LastErrorCode { get; init; }

    /// <summary>What failed last, in words for the person who must act; never a secret or an email. Kept after a success.</summary>
    public string? LastError { get; init; }

    /// <summary>Not before this instant is it tried again by the engine itself; null when it runs by its schedule.</summary>
    public DateTimeOffset? NextTryAt { get; init; }
}

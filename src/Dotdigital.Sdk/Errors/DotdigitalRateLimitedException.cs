namespace Dotdigital.Sdk.Errors;

/// <summary>
/// The call was not let through within <see cref="DotdigitalClientOptions.MaxRateLimitWait"/>: 429, the hourly cap, or too many jobs at once
/// (<see cref="DotdigitalErrorCodes.TooManyActiveImports"/>). Dotdigital did nothing: the call may be repeated.
/// </summary>
public sealed class DotdigitalRateLimitedException : DotdigitalApiException
{
    /// <summary>Creates the error.</summary>
    /// <param name="failure">What was answered.</param>
    /// <param name="retryAt">When to try again, in UTC of this machine's clock.</param>
    /// <param name="tier">The tier; <see langword="null"/> when unknown.</param>
    public DotdigitalRateLimitedException(DotdigitalApiFailure failure, DateTimeOffset retryAt, string? tier)
        : base(failure, $"Try again at {retryAt:O}.")
    {
        RetryAt = retryAt;
        Tier = tier;
    }

    /// <summary>When to try again, in UTC of this machine's clock, corrected for the server's.</summary>
    public DateTimeOffset RetryAt { get; }

    /// <summary>The rate-limit tier as the API named it; <see langword="null"/> when unknown.</summary>
    public string? Tier { get; }
}

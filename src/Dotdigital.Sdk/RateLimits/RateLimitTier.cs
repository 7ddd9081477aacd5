namespace Dotdigital.Sdk.RateLimits;

/// <summary>One tier's calls of the running minute.</summary>
/// <param name="Tier">The tier as Dotdigital names it, for example <c>lowCallRate</c>; <see cref="HourlyCap"/> for the deprecated hourly cap.</param>
/// <param name="Limit">Calls a minute; <see langword="null"/> when no answer told it.</param>
/// <param name="Remaining">Calls left in this minute, less those on their way; <see langword="null"/> when no answer told it.</param>
/// <param name="ResetsAt">When the limit becomes available again, by this machine's clock; <see langword="null"/> when it is available already.</param>
public sealed record RateLimitTier(string Tier, int? Limit, int? Remaining, DateTimeOffset? ResetsAt)
{
    /// <summary>What stands in <see cref="Tier"/> while the deprecated hourly cap holds every call of the account.</summary>
    public const string HourlyCap = "hourlyCap";
}

namespace Dotdigital.Sdk.RateLimits;

/// <summary>The rate limits of one API user, which all clients of the user in this process share.</summary>
/// <param name="AccountName">The host's name for the account.</param>
/// <param name="UserName">The API user: the limits are its own.</param>
/// <param name="SeenAt">When Dotdigital's last answer told of them, by this machine's clock; <see langword="null"/> before the first one.</param>
/// <param name="Tiers">The tiers that answers have named so far, by name.</param>
/// <param name="Waits">The calls that are held now, the longest held first.</param>
public sealed record AccountRateLimits(
    string AccountName, string UserName, DateTimeOffset? SeenAt, IReadOnlyList<RateLimitTier> Tiers, IReadOnlyList<RateLimitWait> Waits);

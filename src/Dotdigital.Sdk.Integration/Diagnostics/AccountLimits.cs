using Dotdigital.Sdk.RateLimits;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>The rate limits of an account, by whichever process heard of them last.</summary>
/// <param name="Process">The process that did, as <c>machine:process id</c>.</param>
/// <param name="IsHere">Whether it is this one, so that they are as of now.</param>
/// <param name="SeenAt">When Dotdigital's last answer told of them.</param>
/// <param name="Tiers">The tiers, by name.</param>
/// <param name="Waits">The calls that are held; of this process only.</param>
public sealed record AccountLimits(string Process, bool IsHere, DateTimeOffset SeenAt, IReadOnlyList<RateLimitTier> Tiers, IReadOnlyList<RateLimitWait> Waits);

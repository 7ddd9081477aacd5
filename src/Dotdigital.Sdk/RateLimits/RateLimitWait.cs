namespace Dotdigital.Sdk.RateLimits;

/// <summary>A call that is held before it is sent.</summary>
/// <param name="AccountName">The account that makes it.</param>
/// <param name="Operation">The operation, for example <c>AddressBooks.GetAll</c>.</param>
/// <param name="Tier">The tier that holds it; <see langword="null"/> while unknown, and while Dotdigital has too many imports at once.</param>
/// <param name="Since">Since when, by this machine's clock.</param>
/// <param name="Until">When it is tried again.</param>
public sealed record RateLimitWait(string AccountName, string Operation, string? Tier, DateTimeOffset Since, DateTimeOffset Until);

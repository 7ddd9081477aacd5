namespace Dotdigital.Sdk.Diagnostics;

/// <summary>One HTTP attempt, without secrets or personal data.</summary>
/// <param name="AccountName">The host's name for the account.</param>
/// <param name="Operation">The operation, for example <c>AddressBooks.GetAll</c>.</param>
/// <param name="Tier">The rate-limit tier as the API named it; <see langword="null"/> while unknown.</param>
/// <param name="StatusCode">The HTTP status; <see langword="null"/> when there was no answer.</param>
/// <param name="Duration">From sending to the end of the answer's headers.</param>
/// <param name="Waited">How long the attempt was held for the rate limit before it was sent.</param>
public sealed record DotdigitalCall(
    string AccountName, string Operation, string? Tier, int? StatusCode, TimeSpan Duration, TimeSpan Waited);

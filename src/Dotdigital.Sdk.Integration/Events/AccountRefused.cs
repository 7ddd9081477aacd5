namespace Dotdigital.Sdk.Integration.Events;

/// <summary>
/// Dotdigital refused the account: its API user is wrong, locked or lacks a right (rule AC-1). Told once; again only after the account worked in
/// between. Delivered by the very run that was refused, since delivery needs no call.
/// </summary>
public sealed record AccountRefused : DotdigitalEvent
{
    /// <summary>The HTTP status, 401 or 403.</summary>
    public required int StatusCode { get; init; }

    /// <summary>Dotdigital's error code; null when it gave none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>What was refused and what to do, for the person who must act; never a secret or an email.</summary>
    public required string Message { get; init; }
}

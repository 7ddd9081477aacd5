namespace Dotdigital.Sdk.Integration.Events;

/// <summary>A person became opted out, or undeliverable, in Dotdigital; one event for each item that has the address (rule OP-4).</summary>
public sealed record ContactOptedOut : DotdigitalEvent
{
    /// <summary>The marketing list.</summary>
    public required string ListName { get; init; }

    /// <summary>The item.</summary>
    public required string ItemId { get; init; }

    /// <summary>The normalised address.</summary>
    public required string Email { get; init; }

    /// <summary>The status in Dotdigital's spelling.</summary>
    public required string Reason { get; init; }

    /// <summary>When, by Dotdigital's clock; null when it did not say.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>True for a hard bounce or bad domain (rule S-2).</summary>
    public bool IsUndeliverable { get; init; }

    /// <summary>True when the whole account is meant, false for the list's book alone.</summary>
    public bool IsAccountWide { get; init; }
}

namespace Dotdigital.Sdk.Integration.Events;

/// <summary>An address book disappeared from Dotdigital; its connection, when it had one, is disabled (rule IM-1).</summary>
public sealed record AddressBookGone : DotdigitalEvent
{
    /// <summary>Dotdigital's id of the book.</summary>
    public required int AddressBookId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The list whose connection was disabled, or null.</summary>
    public string? ListName { get; init; }
}

namespace Dotdigital.Sdk.Integration.Events;

/// <summary>
/// So many members left a marketing list at once that they stay in the address book until a person confirms it (rule CN-5): look whether the list is
/// right, then confirm with <see cref="Connections.IConnectionService.ConfirmRemovalAsync"/>. Adds, updates and opt-outs go on. Told once until it is
/// confirmed or the members are back.
/// </summary>
public sealed record RemovalNeedsConfirmation : DotdigitalEvent
{
    /// <summary>The marketing list.</summary>
    public required string ListName { get; init; }

    /// <summary>Dotdigital's id of the book.</summary>
    public required int AddressBookId { get; init; }

    /// <summary>How many members would be removed.</summary>
    public required long Leavers { get; init; }

    /// <summary>How many members the connection has in the book, leavers included.</summary>
    public required long Members { get; init; }
}

namespace Dotdigital.Sdk.Integration.Events;

/// <summary>A contact that we keep in an address book was found missing from it (rule IM-12): it is not exported to it again unless asked for.</summary>
public sealed record MembershipRemovedRemotely : DotdigitalEvent
{
    /// <summary>The marketing list.</summary>
    public required string ListName { get; init; }

    /// <summary>The item, or null when none is known.</summary>
    public string? ItemId { get; init; }

    /// <summary>The normalised address.</summary>
    public required string Email { get; init; }

    /// <summary>Dotdigital's id of the book.</summary>
    public required int AddressBookId { get; init; }

    /// <summary>True when the contact is gone from the account, false when it only left the book or that was not looked up.</summary>
    public bool IsDeleted { get; init; }
}

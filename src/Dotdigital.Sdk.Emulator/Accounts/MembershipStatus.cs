namespace Dotdigital.Sdk.Emulator.Accounts;

/// <summary>A contact's standing in one address book, as v3's <c>lists[].status</c> spells it.</summary>
public enum MembershipStatus
{
    /// <summary>In the book.</summary>
    Subscribed,

    /// <summary>Unsubscribed from the book.</summary>
    Suppressed,

    /// <summary>Waiting for a confirmation.</summary>
    Pending,
}

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>What becomes of a member of the address book whose item left the marketing list (rules EX-1, CN-1).</summary>
public enum LeaverAction
{
    /// <summary>Taken out of the address book.</summary>
    RemoveFromAddressBook = 0,

    /// <summary>Left in the address book, and no longer updated until the item is back in the list.</summary>
    LeaveInAddressBook = 1,
}

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>What Dotdigital is told when the host says that a person opted out (rule OP-3).</summary>
public enum OptOutAction
{
    /// <summary>Unsubscribe the contact from the connection's address book.</summary>
    UnsubscribeFromAddressBook = 0,

    /// <summary>Unsubscribe the contact from the whole account.</summary>
    UnsubscribeFromAccount = 1,

    /// <summary>Take the contact out of the address book without a word about subscription.</summary>
    RemoveFromAddressBook = 2,
}

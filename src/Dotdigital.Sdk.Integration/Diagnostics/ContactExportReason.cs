namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>Why a person is, or is not, exported to a list's address book.</summary>
public enum ContactExportReason
{
    /// <summary>The person is in the book and nothing is to be sent.</summary>
    InStep = 0,

    /// <summary>Something is to be sent in the next export that may run.</summary>
    Due = 1,

    /// <summary>A batch on its way carries the person.</summary>
    InBatch = 2,

    /// <summary>An item has the address, and the next export decides about it.</summary>
    NotPreparedYet = 3,

    /// <summary>No item of the list had the address in its last complete pass.</summary>
    NotInList = 4,

    /// <summary>The list was never read to its end.</summary>
    ListNotRead = 5,

    /// <summary>The person opted out in Dotdigital, of the book or of the account.</summary>
    OptedOut = 6,

    /// <summary>The host told that the person opted out.</summary>
    OptedOutInHost = 7,

    /// <summary>The address cannot be delivered to.</summary>
    Undeliverable = 8,

    /// <summary>Dotdigital's status is neither reachable nor an opt-out, as before a confirmation; left alone until it changes.</summary>
    Withheld = 9,

    /// <summary>Held until a person releases it, or the item changes.</summary>
    Held = 10,

    /// <summary>Refused by Dotdigital, or its values do not fit; tried again when the item changes.</summary>
    Faulted = 11,

    /// <summary>The person asked to be forgotten.</summary>
    Forgotten = 12,

    /// <summary>The list is not connected to a book of the account.</summary>
    NotConnected = 13,

    /// <summary>The list's connection is switched off.</summary>
    ConnectionDisabled = 14,

    /// <summary>The book is gone from Dotdigital.</summary>
    BookGone = 15,

    /// <summary>The list's mapping does not fit the account.</summary>
    MappingBroken = 16,

    /// <summary>The account is switched off in the settings.</summary>
    AccountDisabled = 17,

    /// <summary>Dotdigital refuses the account.</summary>
    AccountRefused = 18,

    /// <summary>The opt-outs or the book's contacts were not read once, before which nothing is sent.</summary>
    NotReadYet = 19,
}

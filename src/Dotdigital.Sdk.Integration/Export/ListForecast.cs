namespace Dotdigital.Sdk.Integration.Export;

/// <summary>What an export of one list would do now. Items that need a decision and are due already are counted together.</summary>
public sealed record ListForecast
{
    /// <summary>The marketing list.</summary>
    public required string ListName { get; init; }

    /// <summary>The address book's name.</summary>
    public required string AddressBook { get; init; }

    /// <summary>Items that would be sent for the first time.</summary>
    public long ToAdd { get; init; }

    /// <summary>Items linked to a contact that is in the book already, or due for comparison: those whose values differ would be sent.</summary>
    public long ToCompare { get; init; }

    /// <summary>Contacts that would get another address.</summary>
    public long ToRename { get; init; }

    /// <summary>Contacts that would be taken out of the book.</summary>
    public long ToRemove { get; init; }

    /// <summary>Items whose person opted out.</summary>
    public long OptedOut { get; init; }

    /// <summary>Items without a usable address, and duplicates.</summary>
    public long SetAside { get; init; }

    /// <summary>Items of the list in all.</summary>
    public long Items { get; init; }

    /// <summary>Imports that the adds and comparisons would need at most.</summary>
    public long Batches { get; init; }

    /// <summary>Why the list cannot be exported now; null when it can.</summary>
    public string? Problem { get; init; }
}

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>What an export of one list would do now, by what is known of Dotdigital now (rule CN-4).</summary>
public sealed record ListForecast
{
    /// <summary>The marketing list.</summary>
    public required string ListName { get; init; }

    /// <summary>The address book's name.</summary>
    public required string AddressBook { get; init; }

    /// <summary>Items of the list in all.</summary>
    public long Items { get; init; }

    /// <summary>Items that would be sent for the first time.</summary>
    public long ToAdd { get; init; }

    /// <summary>Contacts in the book whose values differ, or that are not known to have arrived.</summary>
    public long ToUpdate { get; init; }

    /// <summary>Contacts that would be compared and found equal: nothing is sent of them.</summary>
    public long Unchanged { get; init; }

    /// <summary>Contacts that would get another address.</summary>
    public long ToRename { get; init; }

    /// <summary>Contacts that would be taken out of the book; see <see cref="RemovalWaits"/>.</summary>
    public long ToRemove { get; init; }

    /// <summary>Whether the leavers are so many that they would wait for a confirmation (rule CN-5).</summary>
    public bool RemovalWaits { get; init; }

    /// <summary>Items whose person opted out, on either side.</summary>
    public long OptedOut { get; init; }

    /// <summary>Items due that Dotdigital withholds (rule S-2).</summary>
    public long Withheld { get; init; }

    /// <summary>Items set aside, those of former exports included, by the codes of <see cref="Storage.SetAsideReason"/>.</summary>
    public required IReadOnlyDictionary<string, long> SetAside { get; init; }

    /// <summary>Imports that adds and updates would take.</summary>
    public long Imports { get; init; }

    /// <summary>
    /// The calls that sending, and asking once for each result, would take, by tier as Dotdigital named it to this process; <c>unknown</c> for operations
    /// that were not called yet. Calls that every cycle makes anyway are not in it.
    /// </summary>
    public required IReadOnlyDictionary<string, long> CallsByTier { get; init; }

    /// <summary>Why adds, updates and renames would wait (rules EX-0, OP-6); null when they would not. Removals do not wait for this.</summary>
    public string? BlockedBy { get; init; }

    /// <summary>Why the list cannot be exported until someone acts; null when it can. Adds and updates are then counted without their values.</summary>
    public string? Problem { get; init; }

    /// <summary>Some of each kind, at most as many as asked for.</summary>
    public required IReadOnlyList<ForecastExample> Examples { get; init; }
}

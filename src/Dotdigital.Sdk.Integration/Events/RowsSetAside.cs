namespace Dotdigital.Sdk.Integration.Events;

/// <summary>
/// What is set aside of a list changed: rows that are not exported until a person or a changed item helps (rules EX-3c, ST-2, ST-3). Told when
/// the counts differ from those told last; the rows themselves are read with <see cref="Export.ISetAsideReader"/>.
/// </summary>
public sealed record RowsSetAside : DotdigitalEvent
{
    /// <summary>The marketing list.</summary>
    public required string ListName { get; init; }

    /// <summary>How many rows are set aside now, by a code of <see cref="Storage.SetAsideReason"/>; empty when none is any more.</summary>
    public required IReadOnlyDictionary<string, long> Counts { get; init; }

    /// <summary>How many in all.</summary>
    public required long Total { get; init; }
}

namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>The mapping of an entity as it is in force in an account.</summary>
public sealed record EntityMapping
{
    /// <summary>The entity.</summary>
    public required string Entity { get; init; }

    /// <summary>Where the rows come from.</summary>
    public required MappingSource Source { get; init; }

    /// <summary>
    /// The rows. Of code: those of all its lists together, for a data field that several lists map the row of the list with the highest priority, then the
    /// first by name; each list exports its own.
    /// </summary>
    public required IReadOnlyList<MappingRow> Rows { get; init; }

    /// <summary>The stored priority of the entity's lists (rule EX-3a); null: each list's own.</summary>
    public int? Priority { get; init; }

    /// <summary>The stored mapping's version, to be given back when it is saved; 0 when none is stored.</summary>
    public long Version { get; init; }

    /// <summary>When the stored mapping was last changed, by our clock; null when none is stored.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The marketing lists that it is for.</summary>
    public required IReadOnlyList<string> Lists { get; init; }

    /// <summary>Why it cannot be used as it is, each with its remedy; while there is one, the list concerned is not exported.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>A mapping to be checked or saved for an account.</summary>
public sealed record MappingDraft
{
    /// <summary>The entity (<see cref="MarketingLists.MarketingList.Entity"/>).</summary>
    public required string Entity { get; init; }

    /// <summary>All rows; those that are not among them are taken out.</summary>
    public required IReadOnlyList<MappingRow> Rows { get; init; }

    /// <summary>The priority of the entity's lists in this account: the highest owns a data field (rule EX-3a); null: each list's own.</summary>
    public int? Priority { get; init; }

    /// <summary>The <see cref="EntityMapping.Version"/> that it was made from; 0 when none was stored.</summary>
    public long Version { get; init; }
}

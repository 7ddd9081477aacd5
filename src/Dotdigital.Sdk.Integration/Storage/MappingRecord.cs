using Dotdigital.Sdk.Integration.Mapping;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>A mapping that was edited at run time (BEHAVIOUR section 8). Key: account + <see cref="Entity"/>; it stands in for the code-first rows of all lists of that entity.</summary>
public sealed record MappingRecord
{
    /// <summary>The marketing lists' entity (<see cref="MarketingLists.MarketingList.Entity"/>).</summary>
    public required string Entity { get; init; }

    /// <summary>The rows; a data field once (rule MP-1). May be empty: then only addresses are exported.</summary>
    public required IReadOnlyList<MappingRow> Rows { get; init; }

    /// <summary>The priority of the entity's lists in this account: the highest owns a data field (rule EX-3a); null: each list's own.</summary>
    public int? Priority { get; init; }

    /// <summary>Given by the store, greater than any before in the account; 0 in a record not yet saved (rule MP-9).</summary>
    public long Version { get; init; }

    /// <summary>When it was last changed, by our clock.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}

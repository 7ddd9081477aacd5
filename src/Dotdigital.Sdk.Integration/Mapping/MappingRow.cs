namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>One data field and the host fields that it is made of.</summary>
public sealed record MappingRow
{
    /// <summary>The data field's name; once in a mapping (rule MP-1).</summary>
    public required string DataField { get; init; }

    /// <summary>The host fields, in order; several are joined by a space, nulls and blanks skipped, and only into a String (rules MP-2, EX-4).</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>Whether changes in Dotdigital flow back; only for a single own, writable, real field (rule MP-3). A change on both sides is decided by <see cref="MarketingLists.MarketingList.TwoWayConflicts"/> (rule IM-4).</summary>
    public bool IsTwoWay { get; init; }

    /// <summary>
    /// Whether a change in Dotdigital is undone: the host's value is sent again (rule MP-6). False leaves it until the host's value changes, or all are compared.
    /// Not together with <see cref="IsTwoWay"/>.
    /// </summary>
    public bool Restores { get; init; }

    /// <summary>What a blank value does (rule MP-7).</summary>
    public BlankAction WhenBlank { get; init; }

    /// <summary>What a text that is longer than the data field does.</summary>
    public OverlongAction WhenOverlong { get; init; }

    /// <summary>The IANA time zone of unspecified times, or null for UTC (rule EX-4).</summary>
    public string? TimeZone { get; init; }
}

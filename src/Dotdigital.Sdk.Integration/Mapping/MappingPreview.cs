namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>What saving a mapping would do.</summary>
public sealed record MappingPreview
{
    /// <summary>Why it would be refused, each with its remedy (rules MP-1 to MP-3); none: it can be saved.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Those of <see cref="Problems"/> that are a row's own, by row: of two rows with one data field the later one has it.</summary>
    public IReadOnlyList<MappingRowProblem> RowProblems { get; init; } = [];

    /// <summary>The data fields of new and changed rows.</summary>
    public required IReadOnlyList<string> ChangedDataFields { get; init; }

    /// <summary>The data fields whose rows are taken out; what Dotdigital has in them stays.</summary>
    public required IReadOnlyList<string> RemovedDataFields { get; init; }

    /// <summary>
    /// Up to how many memberships are read from the host and compared in the next export (rule MP-4); those that differ are exported again. 0 when no row is new
    /// or changed.
    /// </summary>
    public required long MembershipsToCompare { get; init; }
}

using Dotdigital.Sdk.Emulator.Faults;

namespace Dotdigital.Sdk.Emulator.Imports;

/// <summary>An accepted import: its rows until they are due, its results afterwards. Instants are UTC ticks.</summary>
internal sealed class ImportJob
{
    public required Guid Id { get; init; }

    public required int Sequence { get; init; }

    public required ImportKind Kind { get; init; }

    public required long Accepted { get; init; }

    public required long Due { get; init; }

    public required MergeOption MergeOption { get; init; }

    public required int[] BookIds { get; init; }

    public required string Operation { get; init; }

    public ImportDirective? Directive { get; init; }

    /// <summary>The CSV file or JSON body; dropped once processed.</summary>
    public byte[]? Payload { get; set; }

    public ImportStatus Status { get; set; }

    public ImportReport Report { get; } = new();

    /// <summary>v2: the faults file. v3: the JSON array of failures.</summary>
    public byte[] Faults { get; set; } = [];

    public List<(int ContactId, string? Email)> Created { get; } = [];

    public List<(int ContactId, string? Email)> Updated { get; } = [];
}

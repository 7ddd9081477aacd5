namespace Dotdigital.Sdk.Emulator.Imports;

/// <summary>An accepted bulk deletion, out of a book (v2) or of contacts (v3, with its body). Instants are UTC ticks.</summary>
internal sealed class DeletionJob
{
    public required Guid Id { get; init; }

    public required int Sequence { get; init; }

    public required long Due { get; init; }

    /// <summary>The book to take contacts out of; null deletes the contacts themselves.</summary>
    public int? BookId { get; init; }

    public int[] ContactIds { get; set; } = [];

    /// <summary>v3: the identifiers asked for, as JSON; dropped once processed.</summary>
    public byte[]? Payload { get; set; }

    public bool IsDone { get; set; }

    /// <summary>v3: the rest of the answer (summary, deleted, failures) as a JSON object.</summary>
    public byte[] Result { get; set; } = [];
}

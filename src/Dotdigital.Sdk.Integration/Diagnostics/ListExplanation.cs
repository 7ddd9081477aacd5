namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>Why a person is, or is not, exported for one marketing list.</summary>
public sealed record ListExplanation
{
    /// <summary>The marketing list.</summary>
    public required string ListName { get; init; }

    /// <summary>Why.</summary>
    public required ContactExportReason Reason { get; init; }

    /// <summary>The same in one sentence, for the person who asks; it names no address.</summary>
    public required string Sentence { get; init; }

    /// <summary>Dotdigital's id of the book; null when the list is not connected.</summary>
    public int? AddressBookId { get; init; }

    /// <summary>The item that stands for the person; null when none does.</summary>
    public string? ItemId { get; init; }

    /// <summary>Other items of the list with the same address: set aside as duplicates of <see cref="ItemId"/>.</summary>
    public IReadOnlyList<string> DuplicateItemIds { get; init; } = [];

    /// <summary>Since when, where that is known.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The engine's id of the batch that carries the person.</summary>
    public long? BatchId { get; init; }

    /// <summary>A status, or a code of <see cref="Storage.SetAsideReason"/>, behind the reason.</summary>
    public string? Code { get; init; }

    /// <summary>Dotdigital's own words or ours, where there are more.</summary>
    public string? Detail { get; init; }
}

using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>Something that happened to a person, as far as it is stored.</summary>
public sealed record PersonEvent
{
    /// <summary>What happened.</summary>
    public required PersonEventKind Kind { get; init; }

    /// <summary>When; null when that is not kept.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The marketing list that it concerns; null for the whole account or when no list has the book.</summary>
    public string? ListName { get; init; }

    /// <summary>The item that it concerns.</summary>
    public string? ItemId { get; init; }

    /// <summary>The address book's or campaign's name.</summary>
    public string? Subject { get; init; }

    /// <summary>Of an opt-out: whether the host said it, rather than Dotdigital.</summary>
    public bool IsOfHost { get; init; }

    /// <summary>A status, a reason or a type, as the kind says.</summary>
    public string? Code { get; init; }

    /// <summary>More words, Dotdigital's own or ours, where there are any.</summary>
    public string? Detail { get; init; }

    /// <summary>The batch's id here, also when the batch itself is no longer kept.</summary>
    public long? BatchId { get; init; }

    /// <summary>The batch.</summary>
    public BatchRecord? Batch { get; init; }

    /// <summary>What the person did with the campaign.</summary>
    public ActivityRecord? Activity { get; init; }
}

namespace Dotdigital.Sdk.Integration.Events;

/// <summary>An import or removal did not end well (rule ST-3); nothing was removed from the host or the list.</summary>
public sealed record BatchFailed : DotdigitalEvent
{
    /// <summary>The marketing list.</summary>
    public required string ListName { get; init; }

    /// <summary>The engine's id of the batch.</summary>
    public required long BatchId { get; init; }

    /// <summary>The end in Dotdigital's spelling.</summary>
    public required string Outcome { get; init; }

    /// <summary>How many members it had.</summary>
    public required int MemberCount { get; init; }
}

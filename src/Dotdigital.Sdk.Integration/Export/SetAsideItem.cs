namespace Dotdigital.Sdk.Integration.Export;

/// <summary>A row of a marketing list that is not exported until a person or a changed item helps.</summary>
public sealed record SetAsideItem
{
    /// <summary>The item; null when none is known.</summary>
    public string? ItemId { get; init; }

    /// <summary>The normalised address; null when it has none that can be used.</summary>
    public string? Email { get; init; }

    /// <summary>A code of <see cref="Storage.SetAsideReason"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>What is wrong and what to do; may be Dotdigital's own words.</summary>
    public string? Detail { get; init; }

    /// <summary>Since when, by our clock; null when that is not kept.</summary>
    public DateTimeOffset? Since { get; init; }
}

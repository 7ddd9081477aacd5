namespace Dotdigital.Sdk.Integration.Events;

/// <summary>A person came back by their own act, after an opt-out that the host was told of (rule OP-4).</summary>
public sealed record ContactReachableAgain : DotdigitalEvent
{
    /// <summary>The marketing list.</summary>
    public required string ListName { get; init; }

    /// <summary>The item.</summary>
    public required string ItemId { get; init; }

    /// <summary>The normalised address.</summary>
    public required string Email { get; init; }

    /// <summary>When the person subscribed again, by Dotdigital's clock.</summary>
    public DateTimeOffset? At { get; init; }
}

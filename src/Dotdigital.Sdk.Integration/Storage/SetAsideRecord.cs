namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>An item that the last pass of a list could not use (rule EX-3c). Key: account + <see cref="ListName"/> + <see cref="ItemId"/>.</summary>
public sealed record SetAsideRecord
{
    /// <summary>The marketing list.</summary>
    public required string ListName { get; init; }

    /// <summary>The item.</summary>
    public required string ItemId { get; init; }

    /// <summary>A code of <see cref="SetAsideReason"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>What is wrong and what to do, without the value itself.</summary>
    public required string Detail { get; init; }

    /// <summary>The number of the pass that last saw it; rises with every pass of the list.</summary>
    public required long Pass { get; init; }

    /// <summary>When it was first set aside for this reason, by our clock.</summary>
    public required DateTimeOffset At { get; init; }
}

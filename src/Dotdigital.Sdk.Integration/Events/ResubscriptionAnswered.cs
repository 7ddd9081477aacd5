using Dotdigital.Sdk.Integration.OptOuts;

namespace Dotdigital.Sdk.Integration.Events;

/// <summary>Dotdigital answered a resubscription that a person had asked for (rule OP-5). Whether the person is back is told by <see cref="ContactReachableAgain"/>.</summary>
public sealed record ResubscriptionAnswered : DotdigitalEvent
{
    /// <summary>The normalised address.</summary>
    public required string Email { get; init; }

    /// <summary>The marketing list whose book was asked for; null for the account as a whole.</summary>
    public string? ListName { get; init; }

    /// <summary>What Dotdigital answered.</summary>
    public required ResubscribeAnswer Answer { get; init; }

    /// <summary>What the person did.</summary>
    public required string EvidenceDescription { get; init; }

    /// <summary>When the person did it.</summary>
    public required DateTimeOffset EvidenceRequestedAt { get; init; }
}

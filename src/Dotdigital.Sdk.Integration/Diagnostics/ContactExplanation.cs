using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>Why a person is, or is not, exported in an account.</summary>
public sealed record ContactExplanation
{
    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Dotdigital's id of the contact; null while it is not known.</summary>
    public long? RemoteId { get; init; }

    /// <summary>The contact's own status in Dotdigital's spelling; null when nothing is known.</summary>
    public string? Status { get; init; }

    /// <summary>One explanation a list, by the list's name: all that are or were connected to the account, or declared for it.</summary>
    public required IReadOnlyList<ListExplanation> Lists { get; init; }
}

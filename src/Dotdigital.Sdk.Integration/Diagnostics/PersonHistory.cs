using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>A page of a person's history in an account.</summary>
public sealed record PersonHistory
{
    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>The events, newest first; those whose time is not kept come last.</summary>
    public required IReadOnlyList<PersonEvent> Events { get; init; }

    /// <summary>How many there are in all.</summary>
    public required int Total { get; init; }
}

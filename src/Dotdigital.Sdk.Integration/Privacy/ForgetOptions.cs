using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Privacy;

/// <summary>How a person is forgotten (rule PR-1).</summary>
public sealed record ForgetOptions
{
    /// <summary>Only in this account; null for all that are configured.</summary>
    public AccountId? Account { get; init; }

    /// <summary>
    /// Whether the contact is deleted in Dotdigital, too (two calls); false: it stays there as it is, with its subscriptions, and only this engine forgets
    /// it.
    /// </summary>
    public bool DeleteContact { get; init; }
}

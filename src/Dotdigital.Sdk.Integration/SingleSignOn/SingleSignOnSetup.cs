using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.SingleSignOn;

/// <summary>Whether people can sign in to an account's Dotdigital, and what is missing where they cannot.</summary>
public sealed record SingleSignOnSetup
{
    /// <summary>The account.</summary>
    public required AccountId Account { get; init; }

    /// <summary>Dotdigital's web application, where people are sent; null while something is missing.</summary>
    public Uri? AppAddress { get; init; }

    /// <summary>What is missing, each with the setting or call that mends it; empty when people can sign in.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Whether people can sign in.</summary>
    public bool IsReady => Missing.Count == 0;
}

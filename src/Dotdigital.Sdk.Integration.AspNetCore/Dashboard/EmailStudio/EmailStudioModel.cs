using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.EmailStudio;

/// <summary>The visitor's own connection to an account's Dotdigital.</summary>
internal sealed record EmailStudioModel
{
    /// <summary>The account.</summary>
    public required PickedAccount Account { get; init; }

    /// <summary>What must be set up before anybody can sign in; empty when all is.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Whether the visitor is connected.</summary>
    public bool IsConnected { get; init; }
}

using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;

/// <summary>The account that a page is about, among all.</summary>
/// <param name="All">All accounts.</param>
/// <param name="Chosen">The one; null when there is none at all.</param>
internal sealed record PickedAccount(IReadOnlyList<AccountDetails> All, AccountDetails? Chosen)
{
    /// <summary>All of them for a choice.</summary>
    public IReadOnlyList<(string Id, string Name)> Choices => [.. All.Select(static account => (account.Id.Value, account.Name))];
}

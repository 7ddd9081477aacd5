namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;

/// <summary>A page of the accounts.</summary>
/// <param name="Rows">Those of this page.</param>
/// <param name="Count">How many there are in all.</param>
/// <param name="From">How many come before this page.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
internal sealed record AccountsModel(IReadOnlyList<AccountRow> Rows, int Count, int From, int? Next);

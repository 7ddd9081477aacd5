using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>What an export would do now (rule CN-4).</summary>
/// <param name="Account">The account.</param>
/// <param name="Lists">One entry a connected list.</param>
public sealed record ExportForecast(AccountId Account, IReadOnlyList<ListForecast> Lists);

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>What came of checking an account's connection.</summary>
/// <param name="Account">The account.</param>
/// <param name="IsConnected">Whether Dotdigital let us in.</param>
/// <param name="Endpoint">The endpoint of its region, when found.</param>
/// <param name="Name">The account's name in Dotdigital, when told.</param>
/// <param name="Problem">What failed and what to do; null when connected.</param>
public sealed record AccountCheck(AccountId Account, bool IsConnected, Uri? Endpoint, string? Name, string? Problem);

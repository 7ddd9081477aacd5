using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Privacy;

/// <summary>What came of forgetting a person in one account.</summary>
/// <param name="Account">The account.</param>
/// <param name="Outcome">How far it is.</param>
/// <param name="Detail">What is still to be done, and why; null when nothing is.</param>
public sealed record ForgetResult(AccountId Account, ForgetOutcome Outcome, string? Detail);

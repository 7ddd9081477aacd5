using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>How far a step has come.</summary>
/// <param name="Account">The account.</param>
/// <param name="Step">The step's name.</param>
/// <param name="Scope">The marketing list, address book or campaign; empty for the whole account.</param>
/// <param name="Done">Rows done so far in this step.</param>
/// <param name="Total">Rows in all, when known.</param>
public sealed record SyncProgress(AccountId Account, string Step, string Scope, long Done, long? Total = null);

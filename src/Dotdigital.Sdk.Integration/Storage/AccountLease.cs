using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>The right to run one account, until it lapses (rules BL-1, BL-4, W-4).</summary>
/// <param name="Account">The account.</param>
/// <param name="Owner">Who holds it: unique to one run of one process.</param>
/// <param name="Fence">Rises with every holder; a commit under a lower fence than the store's is refused.</param>
public sealed record AccountLease(AccountId Account, string Owner, long Fence);

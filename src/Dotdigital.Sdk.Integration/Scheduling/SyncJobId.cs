using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Scheduling;

/// <summary>One job of one account, or of all of them.</summary>
/// <param name="Account">The account; null when the job is one for all accounts.</param>
/// <param name="Job">The job, one of <see cref="JobNames"/>.</param>
internal readonly record struct SyncJobId(AccountId? Account, string Job);

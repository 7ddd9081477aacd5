using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;

namespace Dotdigital.Sdk.Integration.Scheduling;

/// <summary>The cycle: opt-outs, import and export of an account in one run under its lock (BEHAVIOUR section 2).</summary>
public interface ISyncOrchestrator
{
    /// <summary>Runs one cycle.</summary>
    /// <param name="account">The account.</param>
    /// <param name="options">What to narrow or force; null for the usual run.</param>
    /// <param name="progress">Where progress is told.</param>
    /// <param name="cancellationToken">Cancels the run; what was stored stays, and the next run goes on from there.</param>
    /// <returns>What was done, skipped and set aside; failures of steps are in it, not thrown.</returns>
    /// <exception cref="UnknownAccountException">The account is not configured or disabled.</exception>
    /// <exception cref="Errors.DotdigitalAuthenticationException">Dotdigital refused the account's credentials.</exception>
    Task<SyncReport> RunCycleAsync(AccountId account, RunOptions? options = null, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default);
}

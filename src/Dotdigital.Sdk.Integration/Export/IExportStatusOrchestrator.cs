using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>Follows batches to their end (BEHAVIOUR section 6).</summary>
public interface IExportStatusOrchestrator
{
    /// <summary>Asks once for every unsettled batch of an account, under its lock; without any, nothing is asked.</summary>
    /// <param name="account">The account.</param>
    /// <param name="options">Not narrowed by anything yet; null.</param>
    /// <param name="progress">Where progress is told.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <exception cref="UnknownAccountException">The account is not configured or disabled.</exception>
    Task<SyncReport> RunAsync(AccountId account, RunOptions? options = null, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default);
}

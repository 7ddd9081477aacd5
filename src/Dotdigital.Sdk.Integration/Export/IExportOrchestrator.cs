using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>Brings the host's side to Dotdigital's (BEHAVIOUR section 5), opt-outs first.</summary>
public interface IExportOrchestrator
{
    /// <summary>Runs once for an account, under its lock.</summary>
    /// <param name="account">The account.</param>
    /// <param name="options">What to narrow or force; null for the usual run.</param>
    /// <param name="progress">Where progress is told.</param>
    /// <param name="cancellationToken">Cancels the run; what was stored stays, and the next run goes on from there.</param>
    /// <returns>What was done, skipped and set aside; failures of steps are in it, not thrown.</returns>
    /// <exception cref="UnknownAccountException">The account is not configured or disabled.</exception>
    /// <exception cref="Errors.DotdigitalAuthenticationException">Dotdigital refused the account's credentials.</exception>
    Task<SyncReport> RunAsync(AccountId account, RunOptions? options = null, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// A dry run: what an export would send now, as far as the last import tells, without a call, and without sending or storing anything (rule CN-4). It
    /// reads the list as an export does and takes as long.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="options">What to plan; null for all connected lists.</param>
    /// <param name="cancellationToken">Cancels the plan.</param>
    /// <exception cref="UnknownAccountException">The account is not configured or disabled.</exception>
    /// <exception cref="AccountBusyException">A run holds the account: the plan is not remembered, ask again later.</exception>
    /// <exception cref="MarketingLists.MarketingListException">The list or address book that the plan is for is not known.</exception>
    Task<ExportForecast> PlanExportAsync(AccountId account, PlanOptions? options = null, CancellationToken cancellationToken = default);
}

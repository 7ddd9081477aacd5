using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>
/// What runs, what ran, and what the rate limits leave: of every job of every account, whoever started it (either scheduler, or the host itself), and
/// whichever process runs it. Runs of this process are told as of now; those of others as they store it, at the end and every 5 seconds before. No call is spent.
/// </summary>
public interface ISyncMonitor
{
    /// <summary>The runs under way in this process, by account; nothing is read from the store.</summary>
    IReadOnlyList<SyncRun> GetRunningHere();

    /// <summary>The run that holds the account now, in whatever process; null when none does.</summary>
    Task<SyncRun?> FindRunningAsync(AccountId account, CancellationToken cancellationToken = default);

    /// <summary>The runs that are over, newest first. Of each job the last 20 are kept; dry runs leave no trace.</summary>
    /// <param name="account">The account.</param>
    /// <param name="job">Only runs of this job of <see cref="JobNames"/>; null for all.</param>
    /// <param name="take">How many, 1 to 200.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<IReadOnlyList<SyncRun>> GetFinishedAsync(AccountId account, string? job = null, int take = 20, CancellationToken cancellationToken = default);

    /// <summary>One run by its number, over or under way; null when it is not kept any more.</summary>
    Task<SyncRun?> FindAsync(AccountId account, long id, CancellationToken cancellationToken = default);

    /// <summary>The account's rate limits as Dotdigital last told this process, or the one that stored a run since; null before anybody heard of them.</summary>
    Task<AccountLimits?> FindLimitsAsync(AccountId account, CancellationToken cancellationToken = default);
}

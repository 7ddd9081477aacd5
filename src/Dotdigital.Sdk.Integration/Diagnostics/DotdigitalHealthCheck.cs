using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>Judges every enabled account from what is stored, and tells the worst of them.</summary>
internal sealed partial class DotdigitalHealthCheck(
    ISyncStore store, AccountDirectory accounts, AccountsFirstSeen seen, IOptionsMonitor<DotdigitalHealthCheckOptions> options, TimeProvider time, ILogger<DotdigitalHealthCheck> logger) : IHealthCheck
{
    /// <summary>Accounts that the description names; the data has all.</summary>
    private const int NamedAccounts = 20;

    private static readonly BatchState[] Unsettled = [BatchState.Sending, BatchState.Sent, BatchState.Ended, BatchState.Stalled];

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var found = new List<AccountHealth>();
        try
        {
            foreach (var account in await accounts.GetAllAsync(cancellationToken).ConfigureAwait(false))
            {
                if (account.Settings.IsEnabled)
                {
                    found.Add(AccountHealth.Judge(await ReadAsync(account, cancellationToken).ConfigureAwait(false), options.CurrentValue, time.GetUtcNow()));
                }
            }
        }
        catch (Exception unreachable) when (!cancellationToken.IsCancellationRequested)
        {
            // A database's words may hold addresses of machines and users: they belong in the log, not in an answer that anyone may read.
            LogUnreachable(unreachable);
            return HealthCheckResult.Unhealthy($"The store of the Dotdigital integration cannot be read ({unreachable.GetType().Name}; the log has its words): see whether its database is up and migrated.", data: Data(found));
        }

        seen.CheckEnded();
        var complaints = found.Where(static account => account.Status != HealthStatus.Healthy).OrderBy(static account => account.Status).ToList();
        if (complaints.Count == 0)
        {
            var waiting = found.Count(static account => !account.HasRun);
            return HealthCheckResult.Healthy(found.Count == 0 ? "No account is enabled." : waiting == 0 ? "All accounts are in step." : $"All is well; {waiting} of {found.Count} accounts have not run yet.", Data(found));
        }

        var named = string.Join(' ', complaints.Take(NamedAccounts).Select(static account => account.Description));
        var more = complaints.Count > NamedAccounts ? $" And {complaints.Count - NamedAccounts} accounts more." : string.Empty;
        return new HealthCheckResult(complaints[0].Status, named + more, data: Data(found));
    }

    private async Task<AccountFacts> ReadAsync(EffectiveAccount account, CancellationToken cancellationToken)
    {
        await using var unit = await store.BeginAsync(account.Id, cancellationToken).ConfigureAwait(false);
        return new AccountFacts
        {
            Account = account.Id,
            CycleInterval = account.Options.CycleInterval,
            SeenSince = seen.Of(account.Id),
            Jobs = await unit.JobStates.GetAllAsync(cancellationToken).ConfigureAwait(false),
            Batches = await unit.Batches.GetAsync(Unsettled, cancellationToken).ConfigureAwait(false),
            EventsSetAside = (await unit.Outbox.CountAsync(cancellationToken).ConfigureAwait(false)).SetAside,
            WaitingRemovals =
            [
                .. (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false))
                    .Where(static connection => connection is { DisconnectedAt: null, PendingRemoval: not null } && connection.ConfirmedRemovals == 0),
            ],
        };
    }

    private static Dictionary<string, object> Data(List<AccountHealth> found) =>
        found.ToDictionary(static account => account.Account.Value, static object (account) => account.Data, StringComparer.Ordinal);

    [LoggerMessage(2070, LogLevel.Error, "The health check cannot read the store.")]
    private partial void LogUnreachable(Exception exception);
}

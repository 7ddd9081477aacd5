using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Activity;

/// <summary>Puts together what the monitor says of an account.</summary>
internal sealed class LiveReader(ISyncMonitor monitor)
{
    private const int MostRuns = 15;

    public async Task<LiveModel> ReadAsync(AccountDetails account, CancellationToken cancellationToken) => new(
        account,
        await monitor.FindRunningAsync(account.Id, cancellationToken).ConfigureAwait(false),
        await monitor.GetFinishedAsync(account.Id, job: null, MostRuns, cancellationToken).ConfigureAwait(false),
        await monitor.FindLimitsAsync(account.Id, cancellationToken).ConfigureAwait(false));
}

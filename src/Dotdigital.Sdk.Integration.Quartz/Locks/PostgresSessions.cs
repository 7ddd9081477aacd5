using Dotdigital.Sdk.Integration.Accounts;
using Medallion.Threading;
using Medallion.Threading.Postgres;

namespace Dotdigital.Sdk.Integration.Quartz.Locks;

/// <summary>Session-level advisory locks of accounts: each lives as long as its holder's connection does.</summary>
internal sealed class PostgresSessions(string connectionString)
{
    /// <summary>Holders ask for their connection this often, so that one that was cut off is noticed.</summary>
    private static readonly TimeSpan Keepalive = TimeSpan.FromSeconds(30);

    /// <summary>Takes an account's lock if nobody's session has it.</summary>
    /// <returns>The hold, or null.</returns>
    public async Task<IDistributedSynchronizationHandle?> TryHoldAsync(AccountId account, CancellationToken cancellationToken)
    {
        var key = new PostgresAdvisoryLockKey($"dotdigital/{account}", allowHashing: true);
        var held = new PostgresDistributedLock(key, connectionString, static options => options.KeepaliveCadence(Keepalive));
        return await held.TryAcquireAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
    }
}

using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;

/// <summary>The engine's store on EF Core: one context, connection and transaction a unit of work.</summary>
internal sealed class EntityFrameworkSyncStore(IStoreProvider provider) : ISyncStore
{
    private readonly UpsertPlans _plans = new();

    public IAccountLocks Locks { get; } = new AccountLocks(provider);

    public IFieldChangeLog Changes => field ??= new FieldChangeLog(provider, _plans);

    public string? SingleRunnerName => provider.SingleRunnerName;

    public async Task<IUnitOfWork> BeginAsync(AccountLease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return await BeginAsync(lease.Account, lease, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IUnitOfWork> BeginAsync(AccountId account, CancellationToken cancellationToken) =>
        await BeginAsync(account, lease: null, cancellationToken).ConfigureAwait(false);

    private async Task<IUnitOfWork> BeginAsync(AccountId account, AccountLease? lease, CancellationToken cancellationToken)
    {
        var session = await provider.OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await (lease is null ? session.BeginReadAsync(cancellationToken) : session.BeginWriteAsync(UnitScope.TurnOf(account.Value), cancellationToken)).ConfigureAwait(false);
            return new EntityFrameworkUnitOfWork(session, new UnitScope(session, _plans, account.Value), lease);
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}

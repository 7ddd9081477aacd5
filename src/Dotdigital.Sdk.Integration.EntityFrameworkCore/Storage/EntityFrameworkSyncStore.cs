using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;

/// <summary>The engine's store on EF Core: one context, connection and transaction a unit of work.</summary>
internal sealed class EntityFrameworkSyncStore(IStoreProvider provider) : ISyncStore
{
    private readonly UpsertPlans _plans = new();

    public IAccountLocks Locks { get; } = new AccountLocks(provider);

    public IFieldChangeLog Changes => field ??= new FieldChangeLog(provider, _plans);

    public IAccountRepository Accounts => field ??= new AccountRepository(provider, _plans);

    public async Task<IReadOnlyDictionary<AccountId, IReadOnlyList<MappingRecord>>> GetMappingsAsync(CancellationToken cancellationToken)
    {
        var session = await provider.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        var rows = await session.Context.Mappings.OrderBy(static row => row.Entity).ToListAsync(cancellationToken).ConfigureAwait(false);
        return rows
            .GroupBy(static row => row.AccountId, StringComparer.Ordinal)
            .ToDictionary(static group => new AccountId(group.Key), static group => (IReadOnlyList<MappingRecord>)[.. group.Select(static row => row.ToRecord())]);
    }

    public async Task<long> GetMappingsVersionAsync(CancellationToken cancellationToken)
    {
        var session = await provider.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        return await session.Context.Set<CounterRow>()
            .Where(static row => row.Name == MappingRepository.Series)
            .SumAsync(static row => row.Last, cancellationToken)
            .ConfigureAwait(false);
    }

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

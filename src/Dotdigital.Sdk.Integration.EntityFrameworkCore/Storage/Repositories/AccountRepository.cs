using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

/// <summary>
/// The stored accounts. Their revision is a counter of no account: every write raises it first, which also makes writers take turns, and its value is
/// the written account's version.
/// </summary>
internal sealed class AccountRepository(IStoreProvider provider, UpsertPlans plans) : IAccountRepository
{
    private const string NoAccount = "";
    private const string Revision = "accounts";

    public Task<long> GetRevisionAsync(CancellationToken cancellationToken) => ReadAsync(
        db => db.Set<CounterRow>().Where(static row => row.AccountId == NoAccount && row.Name == Revision).Select(static row => row.Last).SingleOrDefaultAsync(cancellationToken),
        cancellationToken);

    public async Task<IReadOnlyList<AccountRecord>> GetAllAsync(CancellationToken cancellationToken)
    {
        var rows = await ReadAsync(db => db.Accounts.OrderBy(static row => row.AccountId).ToListAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        return rows.ConvertAll(static row => row.ToRecord());
    }

    public async Task<AccountRecord?> FindAsync(AccountId account, CancellationToken cancellationToken) =>
        (await ReadAsync(db => db.Accounts.SingleOrDefaultAsync(row => row.AccountId == account.Value, cancellationToken), cancellationToken).ConfigureAwait(false))?.ToRecord();

    public Task<bool> SaveAsync(AccountRecord account, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(account);
        return WriteAsync(
            account.Id,
            account.Version,
            (unit, revision) => unit.WriteAsync([AccountRow.From(account, revision)], OnConflict.Replace, cancellationToken),
            cancellationToken);
    }

    public Task<bool> DeleteAsync(AccountId account, long version, CancellationToken cancellationToken) => version == 0
        ? Task.FromResult(false)
        : WriteAsync(
            account,
            version,
            (unit, _) => unit.Db.Accounts.Where(row => row.AccountId == account.Value).ExecuteDeleteAsync(cancellationToken),
            cancellationToken);

    public async Task<AccountEndpointRecord?> FindEndpointAsync(AccountId account, CancellationToken cancellationToken) =>
        (await ReadAsync(db => db.AccountEndpoints.SingleOrDefaultAsync(row => row.AccountId == account.Value, cancellationToken), cancellationToken).ConfigureAwait(false))?.ToRecord();

    public async Task SaveEndpointAsync(AccountEndpointRecord endpoint, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var session = await provider.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        await new UnitScope(session, plans, endpoint.Account.Value).WriteAsync([AccountEndpointRow.From(endpoint)], OnConflict.Replace, cancellationToken).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> ReadAsync<T>(Func<DotdigitalDbContext, Task<T>> read, CancellationToken cancellationToken)
    {
        var session = await provider.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        return await read(session.Context).ConfigureAwait(false);
    }

    private async Task<bool> WriteAsync(AccountId account, long version, Func<UnitScope, long, Task> write, CancellationToken cancellationToken)
    {
        var session = await provider.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = session.ConfigureAwait(false);
        var unit = new UnitScope(session, plans, NoAccount);
        var revision = await unit.AllocateAsync(Revision, 1, cancellationToken).ConfigureAwait(false);
        var stored = await unit.Db.Accounts.Where(row => row.AccountId == account.Value).Select(static row => row.Version).SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false);
        if (stored != version)
        {
            return false;
        }

        await write(unit, revision).ConfigureAwait(false);
        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }
}

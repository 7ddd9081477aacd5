using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;

internal sealed class SignInRepository(UnitScope unit) : ISignInRepository
{
    private IQueryable<SignInStateRow> States => unit.Db.SignInStates.Where(row => row.AccountId == unit.Account);

    private IQueryable<SignInTokenRow> Tokens => unit.Db.SignInTokens.Where(row => row.AccountId == unit.Account);

    public Task AddStateAsync(SignInStateRecord state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        return unit.WriteAsync([SignInStateRow.From(unit.Account, state)], OnConflict.Fail, cancellationToken);
    }

    public async Task<SignInStateRecord?> TakeStateAsync(string id, CancellationToken cancellationToken)
    {
        await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        var row = await States.SingleOrDefaultAsync(row => row.Id == id, cancellationToken).ConfigureAwait(false);

        // What was read may be gone by now, where writers do not exclude each other: who deletes it has it.
        return row is not null && await States.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false) == 1 ? row.ToRecord() : null;
    }

    public async Task DeleteExpiredStatesAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var ticks = Ticks.Of(now);
        await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await States.Where(row => row.ExpiresAt <= ticks).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<SignInTokenRecord?> FindTokenAsync(string user, CancellationToken cancellationToken) =>
        (await Tokens.SingleOrDefaultAsync(row => row.UserId == user, cancellationToken).ConfigureAwait(false))?.ToRecord();

    public Task SaveTokenAsync(SignInTokenRecord token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        return unit.WriteAsync([SignInTokenRow.From(unit.Account, token)], OnConflict.Replace, cancellationToken);
    }

    public async Task<bool> ReplaceTokenAsync(SignInTokenRecord read, string? protectedToken, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        var same = Tokens.Where(row => row.UserId == read.User && row.ProtectedToken == read.ProtectedToken);
        var changed = protectedToken is null
            ? await same.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false)
            : await same.ExecuteUpdateAsync(set => set.SetProperty(static row => row.ProtectedToken, protectedToken), cancellationToken).ConfigureAwait(false);
        return changed == 1;
    }

    public async Task DeleteUserAsync(string user, CancellationToken cancellationToken)
    {
        await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await States.Where(row => row.UserId == user).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await Tokens.Where(row => row.UserId == user).ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task DeleteAllAsync(CancellationToken cancellationToken)
    {
        await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        await States.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
        await Tokens.ExecuteDeleteAsync(cancellationToken).ConfigureAwait(false);
    }
}

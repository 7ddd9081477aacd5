namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemorySignIns(UnitState unit) : ISignInRepository
{
    public Task AddStateAsync(SignInStateRecord state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        return unit.ChangeAsync(
            all => all.SignInStates.Contains(state.Id)
                ? throw new InvalidOperationException("A sign-in state has an id that must be unique and that another one has.")
                : all with { SignInStates = all.SignInStates.Set(state.Id, state) },
            cancellationToken);
    }

    public async Task<SignInStateRecord?> TakeStateAsync(string id, CancellationToken cancellationToken)
    {
        await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        if (!unit.Current.SignInStates.TryGet(id, out var state))
        {
            return null;
        }

        await unit.ChangeAsync(all => all with { SignInStates = all.SignInStates.Remove([id]) }, cancellationToken).ConfigureAwait(false);
        return state;
    }

    public Task DeleteExpiredStatesAsync(DateTimeOffset now, CancellationToken cancellationToken) => DeleteStatesAsync(state => state.ExpiresAt <= now, cancellationToken);

    public Task<SignInTokenRecord?> FindTokenAsync(string user, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(unit.Current.SignInTokens.TryGet(user, out var token) ? token : null);
    }

    public Task SaveTokenAsync(SignInTokenRecord token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        return unit.ChangeAsync(all => all with { SignInTokens = all.SignInTokens.Set(token.User, token) }, cancellationToken);
    }

    public async Task<bool> ReplaceTokenAsync(SignInTokenRecord read, string? protectedToken, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        await unit.BeginWriteAsync(cancellationToken).ConfigureAwait(false);
        if (!unit.Current.SignInTokens.TryGet(read.User, out var stored) || !string.Equals(stored.ProtectedToken, read.ProtectedToken, StringComparison.Ordinal))
        {
            return false;
        }

        await unit.ChangeAsync(
            all => all with
            {
                SignInTokens = protectedToken is null ? all.SignInTokens.Remove([read.User]) : all.SignInTokens.Set(read.User, stored with { ProtectedToken = protectedToken }),
            },
            cancellationToken).ConfigureAwait(false);
        return true;
    }

    public async Task DeleteUserAsync(string user, CancellationToken cancellationToken)
    {
        await DeleteStatesAsync(state => string.Equals(state.User, user, StringComparison.Ordinal), cancellationToken).ConfigureAwait(false);
        await unit.ChangeAsync(all => all with { SignInTokens = all.SignInTokens.Remove([user]) }, cancellationToken).ConfigureAwait(false);
    }

    public Task DeleteAllAsync(CancellationToken cancellationToken) => unit.ChangeAsync(
        static all => all with { SignInStates = AccountState.Empty.SignInStates, SignInTokens = AccountState.Empty.SignInTokens },
        cancellationToken);

    private Task DeleteStatesAsync(Func<SignInStateRecord, bool> which, CancellationToken cancellationToken) => unit.ChangeAsync(
        all => all with { SignInStates = all.SignInStates.Remove(all.SignInStates.Rows.Where(which).Select(static state => state.Id).ToList()) },
        cancellationToken);
}

namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryForgotten(UnitState unit) : IForgottenRepository
{
    public Task<string?> FindKeyAsync(CancellationToken cancellationToken) => Task.FromResult(unit.Current.ForgottenKey);

    public Task AddKeyAsync(string key, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state.ForgottenKey is null
            ? state with { ForgottenKey = key }
            : throw new InvalidOperationException("The account has a key of forgotten addresses already."),
        cancellationToken);

    public Task<IReadOnlyList<ForgottenRecord>> FindAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ForgottenRecord>>([.. unit.Current.Forgotten.Find(hashes)]);

    public Task<IReadOnlyList<ForgottenRecord>> GetPendingAsync(int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ForgottenRecord>>([.. unit.Current.Forgotten.Rows.Where(static person => person.Pending is not null).Take(take)]);

    public Task SaveAsync(IReadOnlyCollection<ForgottenRecord> people, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { Forgotten = state.Forgotten.Set(people, static person => person.Hash) },
        cancellationToken);

    public Task DeleteAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => state with { Forgotten = state.Forgotten.Remove(hashes) },
        cancellationToken);
}

using Dotdigital.Sdk.Integration.Contacts;

namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryContacts(UnitState unit) : IContactRepository
{
    public Task<long> AllocateIdsAsync(int count, CancellationToken cancellationToken) => unit.AllocateAsync("contact", count, cancellationToken);

    public Task<IReadOnlyList<ContactRecord>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ContactRecord>>([.. unit.Current.Contacts.Find(ids)]);

    public Task<IReadOnlyList<ContactRecord>> FindByEmailAsync(IReadOnlyCollection<EmailAddress> emails, CancellationToken cancellationToken)
    {
        var state = unit.Current;
        return Task.FromResult<IReadOnlyList<ContactRecord>>(
            [.. state.Contacts.Find(emails.Where(state.ContactsByEmail.ContainsKey).Select(email => state.ContactsByEmail[email]))]);
    }

    public Task<IReadOnlyList<ContactRecord>> FindByRemoteIdAsync(IReadOnlyCollection<long> remoteIds, CancellationToken cancellationToken)
    {
        var state = unit.Current;
        return Task.FromResult<IReadOnlyList<ContactRecord>>(
            [.. state.Contacts.Find(remoteIds.Where(state.ContactsByRemoteId.ContainsKey).Select(id => state.ContactsByRemoteId[id]))]);
    }

    public Task<IReadOnlyList<ContactRecord>> PageAsync(long afterId, int take, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ContactRecord>>([.. unit.Current.Contacts.After(afterId).Take(take)]);

    public Task SaveAsync(IReadOnlyCollection<ContactRecord> contacts, CancellationToken cancellationToken) => unit.ChangeAsync(
        state =>
        {
            var last = contacts.GroupBy(static contact => contact.Id).Select(static group => group.Last()).ToList();
            var vacated = Vacate(state, last.ConvertAll(static contact => contact.Id));
            var byEmail = vacated.ContactsByEmail.ToBuilder();
            var byRemoteId = vacated.ContactsByRemoteId.ToBuilder();
            foreach (var contact in last)
            {
                if (!byEmail.TryAdd(contact.Email, contact.Id) || (contact.RemoteId is { } remoteId && !byRemoteId.TryAdd(remoteId, contact.Id)))
                {
                    throw new InvalidOperationException("A contact has an address or a remote id that must be unique and that another contact has.");
                }
            }

            return state with
            {
                Contacts = state.Contacts.Set(last, static contact => contact.Id),
                ContactsByEmail = byEmail.ToImmutable(),
                ContactsByRemoteId = byRemoteId.ToImmutable(),
            };
        },
        cancellationToken);

    public Task DeleteAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) => unit.ChangeAsync(
        state => Vacate(state, ids) with { Contacts = state.Contacts.Remove(ids) },
        cancellationToken);

    public Task<long> CountAsync(CancellationToken cancellationToken)
    {
        var count = unit.Current.Contacts.Count;
        return Task.FromResult((long)count);
    }

    /// <summary>Frees the addresses and remote ids of these contacts.</summary>
    private static AccountState Vacate(AccountState state, IReadOnlyCollection<long> ids)
    {
        var stored = state.Contacts.Find(ids).ToList();
        return state with
        {
            ContactsByEmail = state.ContactsByEmail.RemoveRange(stored.Select(static contact => contact.Email)),
            ContactsByRemoteId = state.ContactsByRemoteId.RemoveRange(stored.Where(static contact => contact.RemoteId is not null).Select(static contact => contact.RemoteId!.Value)),
        };
    }
}

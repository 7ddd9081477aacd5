using Dotdigital.Sdk.Integration.Contacts;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Contacts of the unit's account. Collections given are at most some thousands; each call is a constant number of statements.</summary>
public interface IContactRepository
{
    /// <summary>Reserves <paramref name="count"/> consecutive ids and returns the first. Ids are never given twice within an account, also after deletes.</summary>
    Task<long> AllocateIdsAsync(int count, CancellationToken cancellationToken);

    /// <summary>The contacts with these ids that exist, in no order.</summary>
    Task<IReadOnlyList<ContactRecord>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>The contacts with these addresses that exist, in no order.</summary>
    Task<IReadOnlyList<ContactRecord>> FindByEmailAsync(IReadOnlyCollection<EmailAddress> emails, CancellationToken cancellationToken);

    /// <summary>The contacts with these Dotdigital ids that exist, in no order.</summary>
    Task<IReadOnlyList<ContactRecord>> FindByRemoteIdAsync(IReadOnlyCollection<long> remoteIds, CancellationToken cancellationToken);

    /// <summary>Contacts in id order after <paramref name="afterId"/>, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<ContactRecord>> PageAsync(long afterId, int take, CancellationToken cancellationToken);

    /// <summary>Inserts or replaces by id. The addresses and remote ids must be free or the record's own at the end of the call; contacts may exchange them within it.</summary>
    /// <exception cref="InvalidOperationException">Another contact has an address or remote id; the unit can only be disposed of.</exception>
    Task SaveAsync(IReadOnlyCollection<ContactRecord> contacts, CancellationToken cancellationToken);

    /// <summary>Deletes by id; their memberships must be gone or moved already.</summary>
    Task DeleteAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>How many contacts are stored.</summary>
    Task<long> CountAsync(CancellationToken cancellationToken);
}

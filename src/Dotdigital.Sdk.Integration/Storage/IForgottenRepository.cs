namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Whom the unit's account has forgotten, by keyed hash (rule PR-1). Collections given are at most some thousands.</summary>
public interface IForgottenRepository
{
    /// <summary>The account's key of the hashes; null while nobody was ever forgotten.</summary>
    Task<string?> FindKeyAsync(CancellationToken cancellationToken);

    /// <summary>Stores the account's key; it is never replaced, since the hashes hang on it.</summary>
    /// <exception cref="InvalidOperationException">There is one already.</exception>
    Task AddKeyAsync(string key, CancellationToken cancellationToken);

    /// <summary>Those with these hashes, in no order.</summary>
    Task<IReadOnlyList<ForgottenRecord>> FindAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellationToken);

    /// <summary>Those that still have something to erase, by hash, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<ForgottenRecord>> GetPendingAsync(int take, CancellationToken cancellationToken);

    /// <summary>Inserts or replaces by hash.</summary>
    Task SaveAsync(IReadOnlyCollection<ForgottenRecord> people, CancellationToken cancellationToken);

    /// <summary>Deletes by hash: the person came back.</summary>
    Task DeleteAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellationToken);
}

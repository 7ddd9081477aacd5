using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>The stored accounts. Each call is a transaction of its own; any process may call.</summary>
public interface IAccountRepository
{
    /// <summary>A number that rises with every change of any stored account: equal numbers, nothing changed.</summary>
    Task<long> GetRevisionAsync(CancellationToken cancellationToken);

    /// <summary>All stored accounts, by id.</summary>
    Task<IReadOnlyList<AccountRecord>> GetAllAsync(CancellationToken cancellationToken);

    /// <summary>One stored account, or null.</summary>
    Task<AccountRecord?> FindAsync(AccountId account, CancellationToken cancellationToken);

    /// <summary>Inserts an account whose version is 0, or replaces the one whose stored version is the record's.</summary>
    /// <returns>False, and nothing is written, when somebody else was there before.</returns>
    Task<bool> SaveAsync(AccountRecord account, CancellationToken cancellationToken);

    /// <summary>Deletes an account's stored settings, if their version is still this one; its synchronised state stays.</summary>
    /// <returns>False when they were changed or are gone.</returns>
    Task<bool> DeleteAsync(AccountId account, long version, CancellationToken cancellationToken);

    /// <summary>What account-info told of an account, or null.</summary>
    Task<AccountEndpointRecord?> FindEndpointAsync(AccountId account, CancellationToken cancellationToken);

    /// <summary>Inserts or replaces by account.</summary>
    Task SaveEndpointAsync(AccountEndpointRecord endpoint, CancellationToken cancellationToken);
}

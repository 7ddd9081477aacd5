using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>
/// The engine's own state. Every read and write goes through a unit of work, which is one transaction; none is held while Dotdigital or the
/// host is awaited (rule BL-3).
/// </summary>
public interface ISyncStore
{
    /// <summary>The account locks.</summary>
    IAccountLocks Locks { get; }

    /// <summary>The change log in the store itself, for hosts that keep none in their own database (rule TR-2). Any process may append.</summary>
    IFieldChangeLog Changes { get; }

    /// <summary>The stored accounts.</summary>
    IAccountRepository Accounts { get; }

    /// <summary>The stored mappings of all accounts, for what follows from all of them together (rule TR-1), in one read.</summary>
    Task<IReadOnlyDictionary<AccountId, IReadOnlyList<MappingRecord>>> GetMappingsAsync(CancellationToken cancellationToken);

    /// <summary>A number that rises with every mapping saved or deleted in any account: cheap to ask every few seconds (rule MP-9).</summary>
    Task<long> GetMappingsVersionAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Where only one process may run jobs on this store: what an error calls the store, such as the path of its file. Others may record changes and
    /// opt-outs, and read. Null where any number of processes may run jobs.
    /// </summary>
    string? SingleRunnerName => null;

    /// <summary>
    /// Begins a unit of work under a lease. Its commit fails with <see cref="AccountLeaseLostException"/> when the lease's fence is no longer the account's
    /// (rule W-4); a lease that merely lapsed, with nobody after it, still commits. The unit takes its turn to write at once and keeps it until it is
    /// disposed of: do not begin a second one while it is open.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The store is out of reach, full or damaged, or others kept writing for longer than it waits (30 seconds unless configured).</exception>
    Task<IUnitOfWork> BeginAsync(AccountLease lease, CancellationToken cancellationToken);

    /// <summary>
    /// Begins a unit of work without a lease: to read, or to write what any process may (connections, requests of the host). It reads one consistent
    /// state and waits for nobody until its first write, which takes its turn to write (or fails with <see cref="StoreUnavailableException"/>) and goes on from
    /// what is committed by then.
    /// </summary>
    Task<IUnitOfWork> BeginAsync(AccountId account, CancellationToken cancellationToken);
}

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>What items of the host are still to be told, of the unit's account (rules IM-4, IM-5). Collections given are at most some thousands; each call is a constant number of statements.</summary>
public interface IHostWriteRepository
{
    /// <summary>Those of these contacts, of all connections, in no order.</summary>
    Task<IReadOnlyList<HostWriteRecord>> FindAsync(IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken);

    /// <summary>Those of a connection to deliver at <paramref name="now"/>, by contact id after <paramref name="afterContactId"/>, at most <paramref name="take"/>.</summary>
    /// <param name="connectionId">The connection.</param>
    /// <param name="isCreation">Creations, or field writes.</param>
    /// <param name="now">Leaves out those that wait for a later instant.</param>
    /// <param name="afterContactId">Where the page before ended; 0 to begin.</param>
    /// <param name="take">The page's size.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<IReadOnlyList<HostWriteRecord>> PageDueAsync(int connectionId, bool isCreation, DateTimeOffset now, long afterContactId, int take, CancellationToken cancellationToken);

    /// <summary>Inserts or replaces by key.</summary>
    Task SaveAsync(IReadOnlyCollection<HostWriteRecord> writes, CancellationToken cancellationToken);

    /// <summary>Inserts by key; one that is there stays as it is.</summary>
    Task AddAsync(IReadOnlyCollection<HostWriteRecord> writes, CancellationToken cancellationToken);

    /// <summary>Deletes by key; a missing one is no error.</summary>
    Task DeleteAsync(int connectionId, IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken);

    /// <summary>Deletes all of a connection, which has ended (rule CN-2).</summary>
    Task DeleteAllAsync(int connectionId, CancellationToken cancellationToken);

    /// <summary>How many of a connection wait, and how many of them the host refused so far.</summary>
    Task<(long Waiting, long Refused)> CountAsync(int connectionId, CancellationToken cancellationToken);

    /// <summary>The same of several connections, in one statement; a connection that has none is not in it.</summary>
    Task<IReadOnlyDictionary<int, (long Waiting, long Refused)>> CountAsync(IReadOnlyCollection<int> connectionIds, CancellationToken cancellationToken);
}

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Commands and events to the host, of the unit's account.</summary>
public interface IOutboxRepository
{
    /// <summary>Stores events in the order given; sequences are given by the store and never given twice.</summary>
    /// <exception cref="InvalidOperationException">An event with this id is stored already.</exception>
    Task AddAsync(IReadOnlyCollection<OutboxRecord> events, CancellationToken cancellationToken);

    /// <summary>
    /// Events to deliver at <paramref name="now"/>, by sequence after <paramref name="afterSequence"/>, at most <paramref name="take"/>: not set
    /// aside, due, and with no earlier undelivered event of the same non-empty order key that is waiting for a later instant.
    /// </summary>
    Task<IReadOnlyList<OutboxRecord>> GetDueAsync(DateTimeOffset now, long afterSequence, int take, CancellationToken cancellationToken);

    /// <summary>Forgets delivered events.</summary>
    Task DeleteAsync(IReadOnlyCollection<long> sequences, CancellationToken cancellationToken);

    /// <summary>Stores attempts, next attempt, set-aside and error of events that failed, and nothing else of them; one that is gone stays gone.</summary>
    Task SaveAsync(IReadOnlyCollection<OutboxRecord> events, CancellationToken cancellationToken);

    /// <summary>Forgets events that were set aside before <paramref name="before"/>, by sequence, at most <paramref name="take"/> (retention).</summary>
    /// <returns>How many.</returns>
    Task<int> DeleteSetAsideAsync(DateTimeOffset before, int take, CancellationToken cancellationToken);

    /// <summary>How many events wait to be delivered, and how many are set aside.</summary>
    Task<(long Waiting, long SetAside)> CountAsync(CancellationToken cancellationToken);

    /// <summary>Events that were set aside, by sequence after <paramref name="afterSequence"/>, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<OutboxRecord>> PageSetAsideAsync(long afterSequence, int take, CancellationToken cancellationToken);

    /// <summary>Events of a kind, set aside or not, by sequence after <paramref name="afterSequence"/>, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<OutboxRecord>> PageByKindAsync(string kind, long afterSequence, int take, CancellationToken cancellationToken);

    /// <summary>The event with this id, or null when it was delivered or forgotten.</summary>
    Task<OutboxRecord?> FindAsync(Guid eventId, CancellationToken cancellationToken);

    /// <summary>All events of an order key that is not empty, set aside or not, by sequence.</summary>
    Task<IReadOnlyList<OutboxRecord>> FindByOrderKeyAsync(string orderKey, CancellationToken cancellationToken);
}

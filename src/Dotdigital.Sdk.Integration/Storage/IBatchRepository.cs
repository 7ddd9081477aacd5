namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Batches and their members, of the unit's account.</summary>
public interface IBatchRepository
{
    /// <summary>Reserves the next batch id.</summary>
    Task<long> AllocateIdAsync(CancellationToken cancellationToken);

    /// <summary>Batches in one of <paramref name="states"/> (empty: in any), by id.</summary>
    Task<IReadOnlyList<BatchRecord>> GetAsync(IReadOnlyCollection<BatchState> states, CancellationToken cancellationToken);

    /// <summary>Batches by id from the highest, below <paramref name="belowId"/> where it is given, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<BatchRecord>> PageLastAsync(long? belowId, int take, CancellationToken cancellationToken);

    /// <summary>How many batches are kept, by state.</summary>
    Task<IReadOnlyDictionary<BatchState, long>> CountAsync(CancellationToken cancellationToken);

    /// <summary>The batch with this id, or null.</summary>
    Task<BatchRecord?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>Batches by id, in no order; those that do not exist are left out.</summary>
    Task<IReadOnlyList<BatchRecord>> FindAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>Inserts or replaces by id.</summary>
    Task SaveAsync(BatchRecord batch, CancellationToken cancellationToken);

    /// <summary>Stores members of a batch; called with at most some thousands at a time.</summary>
    Task AddMembersAsync(long batchId, IReadOnlyCollection<BatchMemberRecord> members, CancellationToken cancellationToken);

    /// <summary>Members of a batch by contact id after <paramref name="afterContactId"/>, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<BatchMemberRecord>> PageMembersAsync(long batchId, long afterContactId, int take, CancellationToken cancellationToken);

    /// <summary>The members of Lost batches for these contacts: values that may still arrive at Dotdigital (rules EX-6, W-3).</summary>
    Task<IReadOnlyList<BatchMemberRecord>> FindLostMembersAsync(IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken);

    /// <summary>The members for these contacts of batches that are not settled, and of Lost ones: every value that we sent and that may still arrive (rule W-3).</summary>
    Task<IReadOnlyList<BatchMemberRecord>> FindTravellingMembersAsync(IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken);

    /// <summary>Deletes the batch's members: they are settled and nothing asks for them again.</summary>
    Task DeleteMembersAsync(long batchId, CancellationToken cancellationToken);

    /// <summary>These contacts as members of any batch that still has its members, in no order.</summary>
    Task<IReadOnlyList<BatchMembership>> FindMembersAsync(IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken);

    /// <summary>Deletes members of a batch by contact.</summary>
    Task DeleteMembersAsync(long batchId, IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken);

    /// <summary>Deletes Settled, Refused and Lost batches, with members, that ended (<see cref="BatchRecord.SettledAt"/>, else were created) before <paramref name="before"/>, by id, at most <paramref name="take"/> (retention).</summary>
    /// <returns>How many batches.</returns>
    Task<int> DeleteEndedAsync(DateTimeOffset before, int take, CancellationToken cancellationToken);
}

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Memberships of the unit's account. Collections given are at most some thousands; each call is a constant number of statements.</summary>
public interface IMembershipRepository
{
    /// <summary>The memberships of these contacts, in all books, in no order.</summary>
    Task<IReadOnlyList<MembershipRecord>> FindByContactAsync(IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken);

    /// <summary>The memberships of these items within a connection, with their contacts, in no order.</summary>
    Task<IReadOnlyList<MembershipView>> FindByItemAsync(int connectionId, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken);

    /// <summary>Memberships with their contacts, by contact id then book id, after <paramref name="after"/>, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<MembershipView>> PageAsync(MembershipFilter filter, MembershipKey? after, int take, CancellationToken cancellationToken);

    /// <summary>How many memberships of a connection are in which state.</summary>
    Task<IReadOnlyList<MembershipCount>> CountAsync(int connectionId, CancellationToken cancellationToken);

    /// <summary>The same of several connections, in one statement; a connection without memberships is not in it.</summary>
    Task<IReadOnlyDictionary<int, IReadOnlyList<MembershipCount>>> CountAsync(IReadOnlyCollection<int> connectionIds, CancellationToken cancellationToken);

    /// <summary>How many memberships of a connection are Held or Faulted, by reason.</summary>
    Task<IReadOnlyDictionary<string, long>> CountReasonsAsync(int connectionId, CancellationToken cancellationToken);

    /// <summary>How many memberships of these connections are Held or Faulted, by connection, state and reason, in no order.</summary>
    Task<IReadOnlyList<MembershipReasonCount>> CountReasonsAsync(IReadOnlyCollection<int> connectionIds, CancellationToken cancellationToken);

    /// <summary>Inserts or replaces by key.</summary>
    Task SaveAsync(IReadOnlyCollection<MembershipRecord> memberships, CancellationToken cancellationToken);

    /// <summary>Deletes by key; a missing one is no error.</summary>
    Task DeleteAsync(IReadOnlyCollection<MembershipKey> keys, CancellationToken cancellationToken);

    /// <summary>Makes every Clean membership of the connection that has an item, and every one Faulted for <see cref="SetAsideReason.MisfitValue"/>, Due(Update), and raises the update version of those in a batch, so that they are compared when it is settled; in a constant number of statements (rules MP-4, TR-4).</summary>
    /// <returns>How many became due.</returns>
    Task<int> MarkForComparisonAsync(int connectionId, CancellationToken cancellationToken);

    /// <summary>
    /// A tracked change of these items (rule TR-3), in a constant number of statements: every membership of the connection with such an item gets its
    /// update version raised by one; Clean, Held and Faulted ones become Due(Update) with failures set to 0 and the last fault forgotten
    /// (one that is not <see cref="MembershipRecord.IsInBook"/> becomes Due(New) when its contact has no remote id, else Due(Add)). A state whose reason is
    /// <see cref="SetAsideReason.OptOutReported"/> stays as it is, with its failures and fault. Due and InBatch ones keep their state.
    /// </summary>
    /// <returns>How many memberships were raised.</returns>
    Task<int> RaiseAsync(int connectionId, IReadOnlyCollection<string> itemIds, CancellationToken cancellationToken);
}

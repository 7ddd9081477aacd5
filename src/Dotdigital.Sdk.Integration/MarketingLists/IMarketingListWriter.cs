namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>The host's side of a marketing list, to be written. Resolved in a scope of its own for each delivery. Every call may be repeated (rule OP-4).</summary>
public interface IMarketingListWriter
{
    /// <summary>A person opted out in Dotdigital, or cannot be delivered to: mark the item. Never called inside a host transaction.</summary>
    Task OptOutAsync(string itemId, OptOutNotice notice, CancellationToken cancellationToken);

    /// <summary>The person came back by their own act: unmark the item.</summary>
    Task OptBackInAsync(string itemId, OptOutNotice notice, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Two-way fields of a record were changed in Dotdigital (rule IM-4). In one transaction: read the record, ask <see cref="FieldWrite.IsWanted"/> of each
    /// field with its value then, write those that are. A record that is gone needs nothing. Record the change as any other of the host's
    /// (<see cref="Tracking.IFieldChangeRecorder"/>), where another account's list has the field. Only called for lists with a two-way row.
    /// </summary>
    /// <param name="itemId">The record, in the list's segment or not.</param>
    /// <param name="fields">The fields, each once.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <exception cref="HostWriteRefusedException">The record cannot take them; any other exception is taken likewise. It is tried again later.</exception>
    Task WriteFieldsAsync(string itemId, IReadOnlyList<FieldWrite> fields, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType().Name} writes no fields: implement {nameof(WriteFieldsAsync)}, or map the fields one-way.");

    /// <summary>The records with these addresses, in the list's segment or not, so that nobody is created twice (rule IM-5). Only called for lists that create entities.</summary>
    /// <param name="emails">Normalised (trimmed, lower-case) addresses, at most some hundreds; compare them ignoring case.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    Task<IReadOnlyList<ListKey>> FindItemsAsync(IReadOnlyCollection<string> emails, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType().Name} finds no records: implement {nameof(FindItemsAsync)} and {nameof(CreateAsync)}, or let the connection create no entities.");

    /// <summary>
    /// Makes a record of a contact that the host does not have (rule IM-5): subscribed, with the address and the fields. Called after
    /// <see cref="FindItemsAsync"/> did not find the address; a repetition after a lost answer finds it.
    /// </summary>
    /// <param name="item">The contact.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>The new record's id (<see cref="ListKey.ItemId"/>).</returns>
    /// <exception cref="HostWriteRefusedException">The record cannot be made; any other exception is taken likewise. It is tried again later.</exception>
    Task<string> CreateAsync(NewItem item, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{GetType().Name} creates no records: implement {nameof(FindItemsAsync)} and {nameof(CreateAsync)}, or let the connection create no entities.");
}

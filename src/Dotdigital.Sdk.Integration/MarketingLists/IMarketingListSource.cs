namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>
/// The host's side of a marketing list, to be read. Made by the host, or by the EF Core adapter; resolved in a scope of its own for each pass.
/// The engine never awaits Dotdigital while a reader is open (rule BL-3).
/// </summary>
public interface IMarketingListSource
{
    /// <summary>
    /// Streams the keys of all items that are in the list now, opted-out ones included, each once, in any order; by the normalised email's bytes is
    /// fastest. A failure must be thrown: a stream that ends is taken as complete, and who is missing from it has left the list (rule EX-1).
    /// </summary>
    IAsyncEnumerable<ListKey> ReadKeysAsync(CancellationToken cancellationToken);

    /// <summary>Streams the keys of all host records whose person opted out, whether in the list's segment or not (rule OP-3). None by default.</summary>
    IAsyncEnumerable<ListKey> ReadOptedOutAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<ListKey>();

    /// <summary>Reads the values of some items, in any order; an item that is no longer in the list is left out.</summary>
    /// <param name="itemIds">At most some thousands.</param>
    /// <param name="fields">Names of the list's fields (<see cref="ListField.Name"/>).</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    IAsyncEnumerable<ListItem> ReadItemsAsync(IReadOnlyCollection<string> itemIds, IReadOnlyList<string> fields, CancellationToken cancellationToken);

    /// <summary>
    /// Streams the items whose related records have these keys (rule TR-3): for a tracked field reached by <paramref name="path"/>
    /// (<c>Address</c>), which items' path leads to one of <paramref name="keys"/>, at most some thousands; a shared record may have very many items. An item
    /// may come twice. With an empty path the keys are item ids themselves.
    /// </summary>
    IAsyncEnumerable<string> ResolveItemsAsync(string path, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        path.Length == 0 ? keys.ToAsyncEnumerable() : AsyncEnumerable.Empty<string>();

    /// <summary>
    /// All fields that a mapping edited at run time may choose from, where they are more than the list was declared with, or not known in code; null by default:
    /// those of <see cref="MarketingList.Fields"/>. Their values are asked for by name in <see cref="ReadItemsAsync"/>.
    /// </summary>
    Task<IReadOnlyList<ListField>?> GetFieldsAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ListField>?>(null);
}

using System.Globalization;
using System.Runtime.CompilerServices;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>The ids of the contacts that Dotdigital has in one address book: 8 bytes each.</summary>
internal sealed class RemoteMembers
{
    private readonly List<long> _ids = [];

    public int Count => _ids.Count;

    /// <summary>Reads one book to its end, ids only; by v3 or v2, as contacts are read (rule IM-3).</summary>
    public static async Task<RemoteMembers> ReadAsync(AccountRun run, int addressBookId, CancellationToken cancellationToken)
    {
        var members = new RemoteMembers();
        var scope = addressBookId.ToString(CultureInfo.InvariantCulture);
        var pages = run.Options.ContactsRead == ContactsRead.V2 ? PagesV2Async(run, addressBookId, cancellationToken) : PagesV3Async(run, addressBookId, cancellationToken);
        await foreach (var ids in pages.ConfigureAwait(false))
        {
            members._ids.AddRange(ids);
            run.Tell(StepNames.ReconcileMembers, scope, members.Count);
        }

        // They come in order; sorting what is sorted costs one pass.
        members._ids.Sort();
        return members;
    }

    public bool Contains(long remoteId) => _ids.BinarySearch(remoteId) >= 0;

    private static async IAsyncEnumerable<IEnumerable<long>> PagesV3Async(AccountRun run, int addressBookId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = new ContactV3Query { ListId = addressBookId };
        string? marker = null;
        do
        {
            var page = await run.Client.ContactsV3.GetPageAsync(query, marker, cancellationToken).ConfigureAwait(false);
            yield return page.Items.Select(static contact => contact.ContactId);
            marker = page.NextMarker;
        }
        while (marker is not null);
    }

    /// <summary>Without those who unsubscribed from the book, whom the reconcile does not judge; some ids come twice.</summary>
    private static async IAsyncEnumerable<IEnumerable<long>> PagesV2Async(AccountRun run, int addressBookId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pages = OverlappingPages.ReadAsync(
            (skip, take, token) => run.Client.Contacts.GetInAddressBookPageAsync(addressBookId, withFullData: false, skip, take, token), cancellationToken);
        await foreach (var page in pages.ConfigureAwait(false))
        {
            yield return page.Items.Select(static contact => contact.Id);
        }
    }
}

using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>The ids of the contacts that Dotdigital has in one address book: 8 bytes each.</summary>
internal sealed class RemoteMembers
{
    private readonly List<long> _ids = [];

    public int Count => _ids.Count;

    /// <summary>Reads one book to its end, ids only.</summary>
    public static async Task<RemoteMembers> ReadAsync(AccountRun run, int addressBookId, CancellationToken cancellationToken)
    {
        var members = new RemoteMembers();
        var query = new ContactV3Query { ListId = addressBookId };
        var scope = addressBookId.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string? marker = null;
        do
        {
            var page = await run.Client.ContactsV3.GetPageAsync(query, marker, cancellationToken).ConfigureAwait(false);
            foreach (var contact in page.Items)
            {
                members._ids.Add(contact.ContactId);
            }

            marker = page.NextMarker;
            run.Tell(StepNames.ReconcileMembers, scope, members.Count);
        }
        while (marker is not null);

        // They come in order; sorting what is sorted costs one pass.
        members._ids.Sort();
        return members;
    }

    public bool Contains(long remoteId) => _ids.BinarySearch(remoteId) >= 0;
}

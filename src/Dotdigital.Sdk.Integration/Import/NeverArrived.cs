using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>
/// Members that were delivered, as far as Dotdigital said, and whose contact no later read told of: refused in a report that could not be read (rule ST-6), or given
/// another address or deleted before their id was known. Nobody can be found missing by an id that is unknown, nor renamed by it, so they are sent again (rule S-4).
/// </summary>
internal static class NeverArrived
{
    private const int PageSize = 1000;

    /// <summary>To run after a complete read of contacts, in the same run: what was settled began to exist before that read did.</summary>
    /// <returns>How many are due again.</returns>
    public static async Task<int> SendAgainAsync(AccountRun run, ConnectedList connected, CancellationToken cancellationToken)
    {
        var sent = new MembershipFilter { AddressBookId = connected.Book.Id, ConnectionId = connected.Connection.Id, State = ExportState.Clean };
        var renamed = sent with { State = ExportState.Due, Operations = [ExportOperation.Rename] };
        return await SendAgainAsync(run, sent, cancellationToken).ConfigureAwait(false) + await SendAgainAsync(run, renamed, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> SendAgainAsync(AccountRun run, MembershipFilter filter, CancellationToken cancellationToken)
    {
        var count = 0;
        MembershipKey? after = null;
        while (true)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var page = await unit.Memberships.PageAsync(filter, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return count;
            }

            after = new MembershipKey(page[^1].Membership.AddressBookId, page[^1].Contact.Id);
            var missing = page.Where(IsMissing).Select(static view => view.Membership with { State = MembershipState.Due(ExportOperation.New), RenameTo = null }).ToList();
            if (missing.Count > 0)
            {
                await unit.Memberships.SaveAsync(missing, cancellationToken).ConfigureAwait(false);
                await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
                count += missing.Count;
            }
        }
    }

    private static bool IsMissing(MembershipView view) =>
        view is { Contact.RemoteId: null, Membership: { WasSent: true, ItemId: not null } }
        && view.Contact.Status.Reachability is Reachability.Unknown or Reachability.Reachable
        && view.Membership.Status.Reachability is Reachability.Unknown or Reachability.Reachable;
}

using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Connections;

/// <summary>Releases held members of a connection, a page and a unit at a time, as a change of their items would (rule ST-3). A run under way is not waited for: no step has held members in hand.</summary>
internal static class HeldMembers
{
    private const int PageSize = 2000;

    /// <summary>Releases them.</summary>
    /// <param name="begin">Begins a unit.</param>
    /// <param name="connectionId">The connection.</param>
    /// <param name="reason">Only those held for this; null for all.</param>
    /// <param name="itemId">Only this item; null for all.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>How many were released.</returns>
    public static async Task<long> ReleaseAsync(
        Func<CancellationToken, Task<IUnitOfWork>> begin, int connectionId, string? reason, string? itemId, CancellationToken cancellationToken)
    {
        long released = 0;
        MembershipKey? after = null;
        while (true)
        {
            var unit = await begin(cancellationToken).ConfigureAwait(false);
            await using var closing = unit.ConfigureAwait(false);

            // A write that changes nothing takes the turn to write: what is read after it cannot be changed meanwhile.
            await unit.Memberships.DeleteAsync([], cancellationToken).ConfigureAwait(false);
            var page = itemId is not null
                ? await unit.Memberships.FindByItemAsync(connectionId, [itemId], cancellationToken).ConfigureAwait(false)
                : await unit.Memberships.PageAsync(new MembershipFilter { ConnectionId = connectionId, State = ExportState.Held }, after, PageSize, cancellationToken).ConfigureAwait(false);
            var items = page.Select(static view => view.Membership).Where(membership => membership.ItemId is not null && IsWanted(membership.State, reason)).Select(static membership => membership.ItemId!).ToList();
            if (items.Count > 0)
            {
                released += await unit.Memberships.RaiseAsync(connectionId, items, cancellationToken).ConfigureAwait(false);
                await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            }

            if (itemId is not null || page.Count == 0)
            {
                return released;
            }

            after = new MembershipKey(page[^1].Membership.AddressBookId, page[^1].Contact.Id);
        }
    }

    private static bool IsWanted(MembershipState state, string? reason) =>
        state.Kind == ExportState.Held
        && !string.Equals(state.Reason, SetAsideReason.OptOutReported, StringComparison.Ordinal)
        && (reason is null || string.Equals(state.Reason, reason, StringComparison.Ordinal));
}

using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.TwoWay;

/// <summary>
/// Values of two-way fields that were never compared with the host's: of items newly linked to a contact, and of all when a row becomes two-way (rule MP-4).
/// Dotdigital's is taken where the host has none; else the host's is sent.
/// </summary>
internal static class OfferedValues
{
    private const int PageSize = 2000;

    /// <summary>Offers the values of items that were just linked, in the unit that links them.</summary>
    public static async Task OfferLinkedAsync(
        IUnitOfWork unit, AccountRun run, TwoWayList list, IReadOnlyCollection<(MembershipRecord Membership, ContactRecord Contact)> linked, CancellationToken cancellationToken)
    {
        if (list.TwoWay.Count > 0 && linked.Count > 0)
        {
            await OfferAsync(unit, run, list, [.. list.TwoWay.Select(static column => column.Field.Name)], linked, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Offers the values of rows that are two-way since the last run, once.</summary>
    public static async Task OfferNewRowsAsync(AccountRun run, TwoWayList list, CancellationToken cancellationToken)
    {
        var names = list.TwoWay.Select(static column => column.Field.Name).ToList();
        var wanted = string.Join(',', names);
        WatermarkRecord known;
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            known = await unit.Watermarks.GetAsync(StepNames.WriteFields, list.List.Book.Id, cancellationToken).ConfigureAwait(false);
        }

        if (string.Equals(known.Cursor ?? string.Empty, wanted, StringComparison.Ordinal))
        {
            return;
        }

        var gained = names.Except((known.Cursor ?? string.Empty).Split(','), StringComparer.OrdinalIgnoreCase).ToList();
        if (gained.Count > 0 && list.List.Connection.MappingFingerprint is not null)
        {
            await OfferAllAsync(run, list, gained, cancellationToken).ConfigureAwait(false);
        }

        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            await unit.Watermarks.SaveAsync(known with { Cursor = wanted }, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A value that Dotdigital does not have cannot be offered: the item is compared, so that the host's is sent.</summary>
    private static async Task OfferAllAsync(AccountRun run, TwoWayList list, List<string> names, CancellationToken cancellationToken)
    {
        var filter = new MembershipFilter { ConnectionId = list.ConnectionId };
        MembershipKey? after = null;
        while (true)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var page = await unit.Memberships.PageAsync(filter, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return;
            }

            after = new MembershipKey(page[^1].Membership.AddressBookId, page[^1].Contact.Id);
            await OfferAsync(
                unit,
                run,
                list,
                names,
                [.. page.Where(static view => view.Membership.ItemId is not null).Select(static view => (view.Membership, view.Contact))],
                cancellationToken).ConfigureAwait(false);
            await unit.Memberships.SaveAsync(
                [.. Departure.OthersToCompare(page.Where(view => names.Exists(name => string.IsNullOrEmpty(view.Contact.Snapshot[name]))).Select(static view => view.Membership))], cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task OfferAsync(
        IUnitOfWork unit,
        AccountRun run,
        TwoWayList list,
        List<string> names,
        IReadOnlyCollection<(MembershipRecord Membership, ContactRecord Contact)> members,
        CancellationToken cancellationToken)
    {
        var offers = members
            .Select(member => (member.Contact.Id, Names: names.Where(name => member.Contact.Snapshot[name] is not null).ToList()))
            .Where(static offer => offer.Names.Count > 0)
            .ToDictionary(static offer => offer.Id, static offer => offer.Names);
        if (offers.Count == 0)
        {
            return;
        }

        var known = (await unit.HostWrites.FindAsync(offers.Keys, cancellationToken).ConfigureAwait(false))
            .Where(write => write.ConnectionId == list.ConnectionId && !write.IsCreation)
            .ToDictionary(static write => write.ContactId);
        var writes = offers.Select(offer =>
        {
            var write = known.GetValueOrDefault(offer.Key)
                ?? new HostWriteRecord { ConnectionId = list.ConnectionId, ContactId = offer.Key, CreatedAt = run.Time.GetUtcNow() };
            return write with { Offered = offer.Value.Where(name => write.Base[name] is null).Aggregate(write.Offered, static (offered, name) => offered.Plus(name, string.Empty)) };
        });
        await unit.HostWrites.SaveAsync([.. writes], cancellationToken).ConfigureAwait(false);
    }
}

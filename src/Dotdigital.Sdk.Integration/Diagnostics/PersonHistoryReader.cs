using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>Gathers a person's history in one snapshot.</summary>
internal sealed class PersonHistoryReader(ISyncStore store, AccountDirectory accounts) : IPersonHistoryReader
{
    public async Task<PersonHistory> GetHistoryAsync(AccountId account, string email, PersonHistoryQuery? query, CancellationToken cancellationToken)
    {
        query ??= new PersonHistoryQuery();
        ArgumentOutOfRangeException.ThrowIfNegative(query.Skip, nameof(query));
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Take, 1, nameof(query));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(query.Take, 500, nameof(query));
        if (!EmailAddress.TryParse(email, out var address))
        {
            throw new ArgumentException("The text is not an email address.", nameof(email));
        }

        await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false);
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        var places = await PersonPlaces.ReadAsync(unit, cancellationToken).ConfigureAwait(false);
        var events = new List<PersonEvent>();
        var contact = (await unit.Contacts.FindByEmailAsync([address], cancellationToken).ConfigureAwait(false)).SingleOrDefault();
        IReadOnlyList<MembershipRecord> memberships = [];
        if (contact is not null)
        {
            memberships = await unit.Memberships.FindByContactAsync([contact.Id], cancellationToken).ConfigureAwait(false);
            events.AddRange(OfContact(contact));
            events.AddRange(memberships.Where(static membership => membership.Status.Reachability == Reachability.OptedOut).Select(membership => places.Of(membership) with
            {
                Kind = PersonEventKind.LeftAddressBook, At = membership.UnsubscribedAt, Code = membership.Status.Value,
            }));
            events.AddRange(await OfBatchesAsync(unit, contact.Id, memberships, places, cancellationToken).ConfigureAwait(false));
            events.AddRange(await OfCampaignsAsync(unit, contact, places, cancellationToken).ConfigureAwait(false));
            events.AddRange((await unit.HostWrites.FindAsync([contact.Id], cancellationToken).ConfigureAwait(false)).Select(write => new PersonEvent
            {
                Kind = PersonEventKind.ChangeToHost, At = write.CreatedAt, ListName = places.ListOf(write.ConnectionId), Detail = write.Error,
            }));
        }

        events.AddRange(await OfItemsAsync(unit, address, memberships, places, cancellationToken).ConfigureAwait(false));
        events.AddRange((await unit.Outbox.FindByOrderKeyAsync(address.Value, cancellationToken).ConfigureAwait(false)).Select(static waiting => new PersonEvent
        {
            Kind = PersonEventKind.EventToHost, At = waiting.CreatedAt, Code = waiting.Kind, Detail = waiting.Error,
        }));
        return new PersonHistory
        {
            Account = account,
            Total = events.Count,
            Events = [.. events.OrderByDescending(static happened => happened.At ?? DateTimeOffset.MinValue).ThenBy(static happened => happened.Kind).Skip(query.Skip).Take(query.Take)],
        };
    }

    private static IEnumerable<PersonEvent> OfContact(ContactRecord contact)
    {
        if (contact.LastSubscribedAt is { } at)
        {
            yield return new PersonEvent { Kind = PersonEventKind.Subscribed, At = at };
        }

        if (contact.Status.Reachability == Reachability.OptedOut)
        {
            yield return new PersonEvent { Kind = PersonEventKind.LeftAccount, At = contact.UnsubscribedAt, Code = contact.Status.Value };
        }
    }

    /// <summary>The batches that hold the person still, and the last one of each book; with each, whether the person was set aside by it.</summary>
    private static async Task<IReadOnlyList<PersonEvent>> OfBatchesAsync(
        IUnitOfWork unit, long contactId, IReadOnlyList<MembershipRecord> memberships, PersonPlaces places, CancellationToken cancellationToken)
    {
        var members = (await unit.Batches.FindMembersAsync([contactId], cancellationToken).ConfigureAwait(false)).ToDictionary(static member => member.BatchId);
        IReadOnlyCollection<long> ids = [.. members.Keys.Concat(memberships.Select(static membership => membership.LastBatchId).OfType<long>()).Distinct()];
        var batches = (await unit.Batches.FindAsync(ids, cancellationToken).ConfigureAwait(false)).ToDictionary(static batch => batch.Id);
        var events = batches.Values.Select(batch => new PersonEvent
        {
            Kind = PersonEventKind.Batch,
            At = batch.SettledAt ?? batch.SentAt ?? batch.CreatedAt,
            ListName = places.ListOf(batch.ConnectionId),
            Subject = places.BookOf(batch.AddressBookId),
            ItemId = members.GetValueOrDefault(batch.Id)?.Member.ItemId,
            BatchId = batch.Id,
            Batch = batch,
            Code = batch.Outcome ?? batch.State.ToString(),
            Detail = batch.Error,
        }).ToList();
        events.AddRange(memberships.Where(membership => membership.LastBatchId is { } id && !batches.ContainsKey(id)).Select(membership => places.Of(membership) with { Kind = PersonEventKind.Batch, BatchId = membership.LastBatchId }));
        events.AddRange(memberships.Where(static membership => membership.State.Kind is ExportState.Held or ExportState.Faulted).Select(membership => places.Of(membership) with
        {
            Kind = PersonEventKind.SetAside,
            At = membership.LastBatchId is { } id ? batches.GetValueOrDefault(id)?.SettledAt : null,
            Code = membership.State.Reason,
            Detail = membership.LastFault,
            BatchId = membership.LastBatchId,
        }));
        return events;
    }

    private static async Task<IEnumerable<PersonEvent>> OfCampaignsAsync(IUnitOfWork unit, ContactRecord contact, PersonPlaces places, CancellationToken cancellationToken)
    {
        if (contact.RemoteId is not { } remoteId)
        {
            return [];
        }

        var campaigns = (await unit.Campaigns.GetAllAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(static campaign => campaign.Id);
        var activities = await unit.Activities.FindAsync([.. campaigns.Keys], [remoteId], cancellationToken).ConfigureAwait(false);
        return activities.Select(activity => new PersonEvent
        {
            Kind = PersonEventKind.Campaign,
            At = activity.SentAt ?? campaigns[activity.CampaignId].SentAt,
            ListName = activity.ConnectionId is { } connection ? places.ListOf(connection) : null,
            ItemId = activity.ItemId,
            Subject = campaigns[activity.CampaignId].Name,
            Activity = activity,
        });
    }

    /// <summary>The opt-outs of the address, and what is set aside of the items that have it.</summary>
    private static async Task<IReadOnlyList<PersonEvent>> OfItemsAsync(
        IUnitOfWork unit, EmailAddress address, IReadOnlyList<MembershipRecord> memberships, PersonPlaces places, CancellationToken cancellationToken)
    {
        var optOuts = await unit.ListItems.FindByEmailAsync([address], cancellationToken).ConfigureAwait(false);
        var events = optOuts.Select(static optOut => new PersonEvent
        {
            Kind = PersonEventKind.ItemOptedOut, At = optOut.At, ListName = optOut.ListName, ItemId = optOut.ItemId, IsOfHost = optOut.Origin == OptOutOrigin.Host, Code = optOut.Reason,
        }).ToList();
        var items = memberships
            .Where(static membership => membership is { ItemId: not null, ConnectionId: not null })
            .Select(membership => (ListName: places.ListOf(membership.ConnectionId!.Value), ItemId: membership.ItemId!))
            .Concat(optOuts.Select(static optOut => (ListName: (string?)optOut.ListName, optOut.ItemId)))
            .ToHashSet();
        foreach (var connection in places.Connections.Where(static connection => connection.DisconnectedAt is null))
        {
            items.UnionWith((await unit.ListKeys.FindByEmailAsync(connection.Id, [address], cancellationToken).ConfigureAwait(false)).Select(key => (ListName: (string?)connection.ListName, key.ItemId)));
        }

        foreach (var list in items.Where(static item => item.ListName is not null).GroupBy(static item => item.ListName!, StringComparer.Ordinal))
        {
            var aside = await unit.ListItems.FindSetAsideAsync(list.Key, [.. list.Select(static item => item.ItemId)], cancellationToken).ConfigureAwait(false);
            events.AddRange(aside.Select(static row => new PersonEvent
            {
                Kind = PersonEventKind.SetAside, At = row.At, ListName = row.ListName, ItemId = row.ItemId, Code = row.Reason, Detail = row.Detail,
            }));
        }

        return events;
    }
}

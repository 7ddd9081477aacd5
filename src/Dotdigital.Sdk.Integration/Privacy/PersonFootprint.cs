using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Webhooks;

namespace Dotdigital.Sdk.Integration.Privacy;

/// <summary>Everything that an account's store has of one person (rules PR-1, PR-2).</summary>
internal sealed record PersonFootprint
{
    /// <summary>The address.</summary>
    public required EmailAddress Email { get; init; }

    /// <summary>The contact; null when there is none.</summary>
    public ContactRecord? Contact { get; init; }

    /// <summary>Its memberships.</summary>
    public IReadOnlyList<MembershipRecord> Memberships { get; init; } = [];

    /// <summary>Its places in batches whose members are kept.</summary>
    public IReadOnlyList<BatchMembership> Batches { get; init; } = [];

    /// <summary>Batches among <see cref="Batches"/> that are on their way.</summary>
    public IReadOnlySet<long> OpenBatches { get; init; } = new HashSet<long>();

    /// <summary>The opt-outs of its address.</summary>
    public IReadOnlyList<ListItemRecord> OptOuts { get; init; } = [];

    /// <summary>What its items are still to be told.</summary>
    public IReadOnlyList<HostWriteRecord> HostWrites { get; init; } = [];

    /// <summary>The staged keys with its address, with their connections.</summary>
    public IReadOnlyList<(ConnectionRecord Connection, StagedKey Key)> Keys { get; init; } = [];

    /// <summary>What is set aside of its items.</summary>
    public IReadOnlyList<SetAsideRecord> SetAside { get; init; } = [];

    /// <summary>What it did with campaigns.</summary>
    public IReadOnlyList<ActivityRecord> Activities { get; init; } = [];

    /// <summary>The same, event by event.</summary>
    public IReadOnlyList<MarketingActivityRecord> MarketingActivities { get; init; } = [];

    /// <summary>Events about it that the host has not accepted yet.</summary>
    public IReadOnlyList<OutboxRecord> Events { get; init; } = [];

    /// <summary>Dotdigital's ids of the person.</summary>
    public IReadOnlyCollection<long> RemoteIds { get; init; } = [];

    /// <summary>The person's items, by list.</summary>
    public IEnumerable<(string ListName, string ItemId)> Items { get; init; } = [];

    /// <summary>Reads it in one unit.</summary>
    public static async Task<PersonFootprint> ReadAsync(IUnitOfWork unit, EmailAddress email, CancellationToken cancellationToken)
    {
        var contact = (await unit.Contacts.FindByEmailAsync([email], cancellationToken).ConfigureAwait(false)).SingleOrDefault();
        IReadOnlyCollection<long> ids = contact is null ? [] : [contact.Id];
        IReadOnlyList<MembershipRecord> memberships = contact is null ? [] : await unit.Memberships.FindByContactAsync(ids, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<BatchMembership> batches = contact is null ? [] : await unit.Batches.FindMembersAsync(ids, cancellationToken).ConfigureAwait(false);
        var open = (await unit.Batches.GetAsync([BatchState.Sending, BatchState.Sent, BatchState.Ended, BatchState.Stalled], cancellationToken).ConfigureAwait(false))
            .Select(static batch => batch.Id)
            .ToHashSet();
        var optOuts = await unit.ListItems.FindByEmailAsync([email], cancellationToken).ConfigureAwait(false);
        var connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
        var keys = new List<(ConnectionRecord Connection, StagedKey Key)>();
        foreach (var connection in connections)
        {
            keys.AddRange((await unit.ListKeys.FindByEmailAsync(connection.Id, [email], cancellationToken).ConfigureAwait(false)).Select(key => (connection, key)));
        }

        var listOf = connections.ToDictionary(static connection => connection.Id, static connection => connection.ListName);
        var items = memberships
            .Where(membership => membership is { ItemId: not null, ConnectionId: { } id } && listOf.ContainsKey(id))
            .Select(membership => (ListName: listOf[membership.ConnectionId!.Value], ItemId: membership.ItemId!))
            .Concat(optOuts.Select(static item => (item.ListName, item.ItemId)))
            .Concat(keys.Select(static row => (row.Connection.ListName, row.Key.ItemId)))
            .Distinct()
            .ToList();
        var setAside = new List<SetAsideRecord>();
        foreach (var list in items.GroupBy(static item => item.ListName, StringComparer.Ordinal))
        {
            setAside.AddRange(await unit.ListItems.FindSetAsideAsync(list.Key, [.. list.Select(static item => item.ItemId)], cancellationToken).ConfigureAwait(false));
        }

        IReadOnlyCollection<long> remote = contact?.RemoteId is { } remoteId ? [remoteId] : [];
        IReadOnlyList<ActivityRecord> activities = contact is null ? [] : await unit.Activities.FindByContactAsync(ids, remote, cancellationToken).ConfigureAwait(false);
        IReadOnlyCollection<long> remoteIds = [.. activities.Select(static activity => activity.RemoteContactId).Concat(remote).Distinct()];
        return new PersonFootprint
        {
            Email = email,
            Contact = contact,
            Memberships = memberships,
            Batches = batches,
            OpenBatches = open,
            HostWrites = contact is null ? [] : await unit.HostWrites.FindAsync(ids, cancellationToken).ConfigureAwait(false),
            OptOuts = optOuts,
            Keys = keys,
            SetAside = setAside,
            Activities = activities,
            MarketingActivities = remoteIds.Count == 0 ? [] : await unit.Activities.FindMarketingByContactAsync(remoteIds, cancellationToken).ConfigureAwait(false),
            Events =
            [
                .. await unit.Outbox.FindByOrderKeyAsync(email.Value, cancellationToken).ConfigureAwait(false),
                .. await WebhookMentions.FindAsync(unit, email, cancellationToken).ConfigureAwait(false),
            ],
            RemoteIds = remoteIds,
            Items = items,
        };
    }
}

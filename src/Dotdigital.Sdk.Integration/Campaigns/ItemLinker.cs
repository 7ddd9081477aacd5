using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>Finds the items of one campaign's contacts: by membership, else by email within the campaign's marketing lists only (rule IM-9).</summary>
internal sealed class ItemLinker
{
    private readonly Dictionary<int, int> _ranks;

    /// <param name="campaign">The campaign.</param>
    /// <param name="connections">All connections; those of the campaign's books count, live ones before ended ones.</param>
    public ItemLinker(CampaignRecord campaign, IEnumerable<ConnectionRecord> connections) =>
        _ranks = connections
            .Where(connection => campaign.AddressBookIds.Contains(connection.AddressBookId))
            .OrderBy(static connection => connection.DisconnectedAt is not null)
            .ThenBy(static connection => connection.Id)
            .Select(static (connection, rank) => (connection.Id, rank))
            .ToDictionary(static pair => pair.Id, static pair => pair.rank);

    /// <summary>The links of Dotdigital's contacts; who is not known here is left out.</summary>
    /// <param name="unit">The unit to read in: three statements at most.</param>
    /// <param name="emails">Addresses as read, by Dotdigital's contact id.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public async Task<Dictionary<long, ItemLink>> FindAsync(IUnitOfWork unit, IReadOnlyDictionary<long, string?> emails, CancellationToken cancellationToken)
    {
        if (emails.Count == 0)
        {
            return [];
        }

        var contacts = (await unit.Contacts.FindByRemoteIdAsync([.. emails.Keys], cancellationToken).ConfigureAwait(false))
            .ToDictionary(static contact => contact.RemoteId!.Value, static contact => contact.Id);
        var byEmail = await FindByEmailAsync(unit, emails, contacts, cancellationToken).ConfigureAwait(false);
        var links = await FindAsync(unit, [.. contacts.Values.Concat(byEmail.Values).Distinct()], cancellationToken).ConfigureAwait(false);

        var found = contacts.ToDictionary(static pair => pair.Key, pair => links[pair.Value]);
        foreach (var (remoteId, contactId) in byEmail)
        {
            if (links[contactId].ItemId is not null)
            {
                found[remoteId] = links[contactId];
            }
        }

        return found;
    }

    /// <summary>The links of contacts by the engine's own ids; every one is there, with or without an item.</summary>
    public async Task<Dictionary<long, ItemLink>> FindAsync(IUnitOfWork unit, IReadOnlyCollection<long> contactIds, CancellationToken cancellationToken)
    {
        var links = contactIds.ToDictionary(static id => id, static id => new ItemLink(id, null, null));
        if (links.Count == 0 || _ranks.Count == 0)
        {
            return links;
        }

        foreach (var membership in await unit.Memberships.FindByContactAsync(contactIds, cancellationToken).ConfigureAwait(false))
        {
            if (membership is { ConnectionId: { } connectionId, ItemId: { } itemId }
                && _ranks.TryGetValue(connectionId, out var rank)
                && (links[membership.ContactId].ConnectionId is not { } other || rank < _ranks[other]))
            {
                links[membership.ContactId] = new ItemLink(membership.ContactId, connectionId, itemId);
            }
        }

        return links;
    }

    private static async Task<Dictionary<long, long>> FindByEmailAsync(
        IUnitOfWork unit, IReadOnlyDictionary<long, string?> emails, Dictionary<long, long> known, CancellationToken cancellationToken)
    {
        var wanted = new Dictionary<long, EmailAddress>();
        foreach (var (remoteId, text) in emails)
        {
            if (!known.ContainsKey(remoteId) && EmailAddress.TryParse(text, out var email))
            {
                wanted[remoteId] = email;
            }
        }

        if (wanted.Count == 0)
        {
            return [];
        }

        var contacts = (await unit.Contacts.FindByEmailAsync([.. wanted.Values.Distinct()], cancellationToken).ConfigureAwait(false))
            .ToDictionary(static contact => contact.Email, static contact => contact.Id);
        return wanted.Where(pair => contacts.ContainsKey(pair.Value)).ToDictionary(static pair => pair.Key, pair => contacts[pair.Value]);
    }
}

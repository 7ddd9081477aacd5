using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Privacy;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>Gathers what is stored of a person, in one snapshot, and has each list explained.</summary>
internal sealed class ContactExplainer(ISyncStore store, MarketingListCatalogue lists, AccountDirectory accounts) : IContactExplainer
{
    public async Task<ContactExplanation> ExplainContactAsync(AccountId account, string email, CancellationToken cancellationToken)
    {
        if (!EmailAddress.TryParse(email, out var address))
        {
            throw new ArgumentException("The text is not an email address.", nameof(email));
        }

        var settings = (await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false)).Settings;

        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        var contact = (await unit.Contacts.FindByEmailAsync([address], cancellationToken).ConfigureAwait(false)).SingleOrDefault();
        var facts = new PersonFacts
        {
            IsAccountEnabled = settings.IsEnabled,
            Refusal = await unit.JobStates.FindAsync(JobNames.Account, cancellationToken).ConfigureAwait(false) is { FailingSince: not null } refused ? refused : null,
            Forgotten = await ForgottenPeople.FindAsync(unit, address, cancellationToken).ConfigureAwait(false),
            Contact = contact,
            Memberships = contact is null ? [] : await unit.Memberships.FindByContactAsync([contact.Id], cancellationToken).ConfigureAwait(false),
            OptOuts = await unit.ListItems.FindByEmailAsync([address], cancellationToken).ConfigureAwait(false),
            DataFields = await unit.DataFields.GetAllAsync(cancellationToken).ConfigureAwait(false),
            AreSuppressionsRead = (await unit.Watermarks.GetAsync(StepNames.ReadSuppressions, 0, cancellationToken).ConfigureAwait(false)).At is not null,
        };
        var connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
        var books = (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(static book => book.Id);
        var names = connections.Select(static connection => connection.ListName)
            .Concat(lists.All.Where(list => list.Account == account).Select(static list => list.Name))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var explained = new List<ListExplanation>();
        foreach (var name in names)
        {
            var connection = connections.Where(connection => string.Equals(connection.ListName, name, StringComparison.Ordinal)).MaxBy(static connection => (connection.DisconnectedAt is null, connection.Id));
            var book = connection is null ? null : books.GetValueOrDefault(connection.AddressBookId);
            explained.Add(ListExplainer.Explain(facts, await FindAsync(unit, facts, name, connection, book, address, cancellationToken).ConfigureAwait(false)));
        }

        return new ContactExplanation { Account = account, RemoteId = contact?.RemoteId, Status = contact?.Status.Value, Lists = explained };
    }

    private async Task<ListFacts> FindAsync(
        IUnitOfWork unit, PersonFacts person, string name, ConnectionRecord? connection, AddressBookRecord? book, EmailAddress address, CancellationToken cancellationToken)
    {
        var facts = new ListFacts { Name = name, List = lists.Find(name), Connection = connection, Book = book };
        if (connection is null)
        {
            return facts;
        }

        var keys = await unit.ListKeys.FindByEmailAsync(connection.Id, [address], cancellationToken).ConfigureAwait(false);
        var membership = person.Memberships.FirstOrDefault(membership => membership.AddressBookId == connection.AddressBookId);
        var item = keys.FirstOrDefault(static key => !key.IsOptedOut)?.ItemId ?? keys.FirstOrDefault()?.ItemId ?? membership?.ItemId;
        IReadOnlyList<ListItemRecord> ofItem = item is null ? [] : await unit.ListItems.FindAsync(name, [item], cancellationToken).ConfigureAwait(false);
        var ofLinked = membership is null && item is not null ? await unit.Memberships.FindByItemAsync(connection.Id, [item], cancellationToken).ConfigureAwait(false) : [];
        var batch = membership?.State.BatchId is { } id ? await unit.Batches.FindAsync(id, cancellationToken).ConfigureAwait(false) : null;
        return facts with
        {
            Keys = keys,
            ItemId = item,
            Membership = membership,
            Former = ofLinked.FirstOrDefault(),
            Batch = batch,
            OptOut = ofItem.Concat(person.OptOuts.Where(optOut => string.Equals(optOut.ListName, name, StringComparison.Ordinal))).FirstOrDefault(),
            IsListRead = keys.Count > 0 || await unit.ListKeys.CountAsync(connection.Id, cancellationToken).ConfigureAwait(false) > 0,
            IsBookRead = book?.LastImportedAt is not null
                && (await unit.Watermarks.GetAsync(StepNames.ReadBookOptOuts, connection.AddressBookId, cancellationToken).ConfigureAwait(false)).At is not null,
        };
    }
}

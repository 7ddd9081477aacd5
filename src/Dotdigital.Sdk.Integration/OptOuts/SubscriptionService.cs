using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Privacy;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.OptOuts;

/// <summary>The host's two doors to subscriptions (rules OP-3, OP-5). Writes without a lease, so that it never waits for a run to end.</summary>
internal sealed class SubscriptionService(
    ISyncStore store, AccountDirectory accounts, AccountConnector connector, MarketingListCatalogue lists, TimeProvider time) : ISubscriptionService
{
    public async Task OptOutAsync(AccountId account, string listName, string itemId, string email, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(itemId);
        var address = ParseEmail(email);
        await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false);
        CheckList(listName);
        var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        await using (unit.ConfigureAwait(false))
        {
            // A write that changes nothing takes the turn to write: what is read after it cannot be changed by a run meanwhile.
            await unit.ListItems.DeleteAsync(listName, [], cancellationToken).ConfigureAwait(false);
            if (await ForgottenPeople.FindAsync(unit, address, cancellationToken).ConfigureAwait(false) is not null)
            {
                // Nothing of the person is kept but the no, which must reach Dotdigital.
                await ForgottenPeople.SayNoAsync(unit, [Say(null, listName, itemId, address)], cancellationToken).ConfigureAwait(false);
                await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
                await store.Locks.RequestAsync(account, JobNames.Cycle, cancellationToken).ConfigureAwait(false);
                return;
            }

            var known = (await unit.ListItems.FindAsync(listName, [itemId], cancellationToken).ConfigureAwait(false)).SingleOrDefault();
            await unit.ListItems.SaveAsync([Say(known, listName, itemId, address)], cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        await store.Locks.RequestAsync(account, JobNames.Cycle, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ResubscribeAnswer> ResubscribeAsync(
        AccountId account, string email, ResubscribeEvidence evidence, string? listName, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (string.IsNullOrWhiteSpace(evidence.Description))
        {
            throw new ArgumentException("The evidence has no description of what the person did.", nameof(evidence));
        }

        var address = ParseEmail(email);
        var effective = await accounts.GetEnabledAsync(account, cancellationToken).ConfigureAwait(false);
        int? book = listName is null ? null : await FindBookAsync(account, listName, cancellationToken).ConfigureAwait(false);
        var contacts = (await connector.ConnectAsync(effective, cancellationToken).ConfigureAwait(false)).Contacts;
        var asked = time.GetUtcNow();
        var person = new ContactResubscription { Email = address.Value, PreferredLocale = evidence.PreferredLocale, ReturnUrl = evidence.ReturnUrl };
        var result = book is { } id
            ? await contacts.ResubscribeToAddressBookAsync(id, person, cancellationToken).ConfigureAwait(false)
            : await contacts.ResubscribeAsync(person, cancellationToken).ConfigureAwait(false);
        var answer = ResubscribeAnswer.From(result.Status);
        await KeepAsync(account, address, listName, book, evidence, asked < evidence.RequestedAt ? asked : evidence.RequestedAt, answer).ConfigureAwait(false);
        return answer;
    }

    /// <summary>
    /// What is kept of an item when its person says no. A no that is kept already stays with its origin and reason, but is as fresh as this one, so
    /// that a return before it does not undo it (see <see cref="ReturnRecorder"/>); an address that was only undeliverable gives way.
    /// </summary>
    private ListItemRecord Say(ListItemRecord? known, string listName, string itemId, EmailAddress address)
    {
        var now = time.GetUtcNow();
        return known is { IsUndeliverable: false } && known.Email == address
            ? known with { At = now, IsTold = false }
            : new ListItemRecord { ListName = listName, ItemId = itemId, Email = address, Origin = OptOutOrigin.Host, Reason = TellHostOptOutsStep.Reason, At = now };
    }

    /// <summary>Stores the answer, also for a caller who no longer waits for it: it cannot be asked for again.</summary>
    private async Task KeepAsync(
        AccountId account, EmailAddress address, string? listName, int? book, ResubscribeEvidence evidence, DateTimeOffset asked, ResubscribeAnswer answer)
    {
        var unit = await store.BeginAsync(account, CancellationToken.None).ConfigureAwait(false);
        await using (unit.ConfigureAwait(false))
        {
            if (answer.Outcome is ResubscribeOutcome.Added or ResubscribeOutcome.Challenged)
            {
                await ForgottenPeople.ReturnAsync(unit, address, CancellationToken.None).ConfigureAwait(false);
                if (answer.Outcome == ResubscribeOutcome.Added && book is { } added)
                {
                    await TakeBackUnheardNoAsync(unit, listName!, added, address, asked).ConfigureAwait(false);
                }
            }
            else if (await ForgottenPeople.FindAsync(unit, address, CancellationToken.None).ConfigureAwait(false) is not null)
            {
                // Who stays forgotten is not kept for an answer's sake; the caller has it.
                return;
            }

            var told = new ResubscriptionAnswered
            {
                EventId = Guid.CreateVersion7(),
                Account = account.Value,
                RecordedAt = time.GetUtcNow(),
                Email = address.Value,
                ListName = listName,
                Answer = answer,
                EvidenceDescription = evidence.Description,
                EvidenceRequestedAt = evidence.RequestedAt,
            };
            await unit.Outbox.AddAsync([told.ToOutbox(address.Value)], CancellationToken.None).ConfigureAwait(false);
            await unit.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// A no that Dotdigital has no opt-out for, because it never had the person in the book or under this address, is one whose end no read will ever tell: the later yes,
    /// which Dotdigital took at once, ends it here. Of whom it has an opt-out, the read of contacts tells (rule OP-4).
    /// </summary>
    private static async Task TakeBackUnheardNoAsync(IUnitOfWork unit, string listName, int book, EmailAddress address, DateTimeOffset asked)
    {
        // A write that changes nothing takes the turn to write: what is read after it cannot be changed by a run meanwhile.
        await unit.ListItems.DeleteAsync(listName, [], CancellationToken.None).ConfigureAwait(false);
        var contact = (await unit.Contacts.FindByEmailAsync([address], CancellationToken.None).ConfigureAwait(false)).SingleOrDefault();
        var memberships = contact is null ? [] : await unit.Memberships.FindByContactAsync([contact.Id], CancellationToken.None).ConfigureAwait(false);
        if (contact?.Status.Reachability == Reachability.OptedOut
            || memberships.Any(membership => membership.AddressBookId == book && membership.Status.Reachability == Reachability.OptedOut))
        {
            return;
        }

        // Under this address, and of the item that has it now, whatever address it had when it said no.
        var items = (await unit.ListItems.FindByEmailAsync([address], CancellationToken.None).ConfigureAwait(false)).Where(item => string.Equals(item.ListName, listName, StringComparison.Ordinal)).ToList();
        var connection = (await unit.Connections.GetAllAsync(CancellationToken.None).ConfigureAwait(false)).FirstOrDefault(other => other.IsLive && string.Equals(other.ListName, listName, StringComparison.Ordinal));
        var staged = connection is null ? [] : await unit.ListKeys.FindByEmailAsync(connection.Id, [address], CancellationToken.None).ConfigureAwait(false);
        items.AddRange(await unit.ListItems.FindAsync(listName, [.. staged.Select(static key => key.ItemId)], CancellationToken.None).ConfigureAwait(false));

        // Whoever said no after they had asked meant the no.
        await unit.ListItems.DeleteAsync(listName, [.. items.Where(item => item.At <= asked).Select(static item => item.ItemId).Distinct(StringComparer.Ordinal)], CancellationToken.None).ConfigureAwait(false);
    }

    private async Task<int> FindBookAsync(AccountId account, string listName, CancellationToken cancellationToken)
    {
        CheckList(listName);
        var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        await using (unit.ConfigureAwait(false))
        {
            var connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
            var live = connections.FirstOrDefault(connection =>
                connection.IsLive && string.Equals(connection.ListName, listName, StringComparison.Ordinal));
            return live?.AddressBookId
                ?? throw new MarketingListException(listName, $"is not connected to an address book of account '{account}'; connect it, or name no list to resubscribe the person to the account.");
        }
    }

    private void CheckList(string listName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(listName);
        if (lists.Find(listName) is null)
        {
            throw new MarketingListException(listName, "is not declared: add it with AddMarketingList, or correct the name.");
        }
    }

    private static EmailAddress ParseEmail(string email) =>
        EmailAddress.TryParse(email, out var address) ? address : throw new ArgumentException("The text is not an email address.", nameof(email));
}

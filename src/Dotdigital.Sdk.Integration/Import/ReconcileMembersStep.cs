using System.Globalization;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>
/// Finds, daily, the members of connected books that were removed in Dotdigital (rule IM-12). To run after OP-1 and OP-2 of the same run, so that
/// who opted out is known as such.
/// </summary>
internal sealed class ReconcileMembersStep(ILogger<ReconcileMembersStep> logger)
{
    private const int PageSize = 1000;
    private const int MaxLookUps = 100;
    private static readonly SubscriptionStatus Deleted = new(ContactStatus.Deleted.Value);

    /// <param name="run">The run.</param>
    /// <param name="force">Reads also when the day is not over.</param>
    /// <param name="areContactsRead">Whether this run read the contacts to their end.</param>
    /// <param name="cancellationToken">Cancels the step.</param>
    public async Task<StepReport> RunAsync(AccountRun run, bool force, bool areContactsRead, CancellationToken cancellationToken)
    {
        var started = run.Time.GetTimestamp();
        var failures = new StepFailures();
        var counts = new Counts();
        foreach (var connected in await run.GetConnectedListsAsync(cancellationToken).ConfigureAwait(false))
        {
            var bookId = connected.Book.Id;
            if (!force && !await StepSchedule.IsDueAsync(run, StepNames.ReconcileMembers, bookId, run.Options.ReconcileInterval, cancellationToken).ConfigureAwait(false))
            {
                continue;
            }

            try
            {
                counts.Books++;
                counts.SentAgain += areContactsRead ? await NeverArrived.SendAgainAsync(run, connected, cancellationToken).ConfigureAwait(false) : 0;
                await ReconcileAsync(run, connected, counts, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (StepFailures.IsContained(failure))
            {
                logger.BookNotReconciled(failure, run.Account.Value, bookId);
                failures.Add(failure);
            }
        }

        if (counts.Books == 0)
        {
            return new StepReport { Step = StepNames.ReconcileMembers, NotRun = "Every connected address book was reconciled within the interval." };
        }

        logger.Reconciled(run.Account.Value, counts.Books, counts.Read, counts.Removed, counts.Deleted, counts.Back);
        return new StepReport
        {
            Step = StepNames.ReconcileMembers,
            Read = counts.Read,
            Updated = counts.Back + counts.SentAgain,
            Removed = counts.Removed,
            Error = failures.Error,
            Exception = failures.Exception,
            Duration = run.Time.GetElapsedTime(started),
        };
    }

    private async Task ReconcileAsync(AccountRun run, ConnectedList connected, Counts counts, CancellationToken cancellationToken)
    {
        MarketingListException? doubt = null;
        if (await HasSettledAsync(run, connected.Connection.Id, cancellationToken).ConfigureAwait(false))
        {
            var members = await RemoteMembers.ReadAsync(run, connected.Book.Id, cancellationToken).ConfigureAwait(false);
            counts.Read += members.Count;
            doubt = await JudgeAsync(run, connected, members, counts, cancellationToken).ConfigureAwait(false);
        }

        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        await unit.Watermarks.SaveAsync(
            new WatermarkRecord { Step = StepNames.ReconcileMembers, Scope = connected.Book.Id, At = run.DotdigitalBegin }, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        if (doubt is not null)
        {
            throw doubt;
        }
    }

    private static async Task<bool> HasSettledAsync(AccountRun run, int connectionId, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var states = await unit.Memberships.CountAsync(connectionId, cancellationToken).ConfigureAwait(false);
        return states.Any(static state => state is { State: ExportState.Clean, Count: > 0 });
    }

    /// <summary>Judges and stores page by page; returns the reason when the read cannot be believed and nobody was judged.</summary>
    private async Task<MarketingListException?> JudgeAsync(AccountRun run, ConnectedList connected, RemoteMembers members, Counts counts, CancellationToken cancellationToken)
    {
        var filter = new MembershipFilter { AddressBookId = connected.Book.Id, ConnectionId = connected.Connection.Id, State = ExportState.Clean };
        var lookUps = MaxLookUps;
        MembershipKey? after = null;
        while (true)
        {
            IReadOnlyList<MembershipView> page;
            await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
            {
                page = await unit.Memberships.PageAsync(filter, after, PageSize, cancellationToken).ConfigureAwait(false);
            }

            if (page.Count == 0)
            {
                return null;
            }

            var judged = page
                .Select(view => (View: view, Verdict: ReconcileVerdicts.Judge(view.Membership, view.Contact, connected.Connection.Id, members.Contains)))
                .Where(static pair => pair.Verdict != ReconcileVerdict.None)
                .ToList();
            if (members.Count == 0 && judged.Count > 0 && connected.Book.ContactCount > 0)
            {
                return new MarketingListException(
                    connected.List.Name,
                    $"was not reconciled: Dotdigital listed nobody in address book '{connected.Book.Name}', which should have members. Nobody was taken as removed; look at the book in Dotdigital.");
            }

            var deleted = new HashSet<long>();
            foreach (var (view, _) in judged.Where(static pair => pair.Verdict == ReconcileVerdict.Missing).Take(lookUps))
            {
                lookUps--;
                if (await IsDeletedAsync(run, view.Contact.RemoteId!.Value, cancellationToken).ConfigureAwait(false))
                {
                    deleted.Add(view.Contact.Id);
                }
            }

            await StoreAsync(run, connected, judged, deleted, counts, cancellationToken).ConfigureAwait(false);
            after = new MembershipKey(page[^1].Membership.AddressBookId, page[^1].Membership.ContactId);
        }
    }

    private async Task<bool> IsDeletedAsync(AccountRun run, long remoteId, CancellationToken cancellationToken)
    {
        try
        {
            return (await run.Client.Contacts.GetAsync(remoteId, cancellationToken).ConfigureAwait(false)).Status == ContactStatus.Deleted;
        }
        catch (DotdigitalNotFoundException)
        {
            return true;
        }
        catch (DotdigitalException failure) when (StepFailures.IsContained(failure))
        {
            logger.LookUpFailed(failure, run.Account.Value, remoteId);
            return false;
        }
    }

    private static async Task StoreAsync(
        AccountRun run, ConnectedList connected, List<(MembershipView View, ReconcileVerdict Verdict)> judged, HashSet<long> deleted, Counts counts, CancellationToken cancellationToken)
    {
        if (judged.Count == 0)
        {
            return;
        }

        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        List<long> contactIds = [.. judged.Select(static pair => pair.View.Contact.Id)];
        var memberships = (await unit.Memberships.FindByContactAsync(contactIds, cancellationToken).ConfigureAwait(false))
            .Where(membership => membership.AddressBookId == connected.Book.Id)
            .ToDictionary(static membership => membership.ContactId);
        var contacts = (await unit.Contacts.FindAsync(contactIds, cancellationToken).ConfigureAwait(false)).ToDictionary(static contact => contact.Id);

        var changed = new List<MembershipRecord>();
        var gone = new List<ContactRecord>();
        var events = new List<OutboxRecord>();
        foreach (var (view, verdict) in judged)
        {
            // Whatever changed while Dotdigital was read is left to the next day.
            if (!view.Membership.Equals(memberships.GetValueOrDefault(view.Contact.Id)) || !view.Contact.Equals(contacts.GetValueOrDefault(view.Contact.Id)))
            {
                continue;
            }

            if (verdict == ReconcileVerdict.Back)
            {
                changed.Add(view.Membership with { Status = SubscriptionStatus.Unknown });
                counts.Back++;
                continue;
            }

            changed.Add(view.Membership with { Status = SubscriptionStatus.RemovedRemotely });
            counts.Removed++;
            var isDeleted = deleted.Contains(view.Contact.Id);
            if (isDeleted)
            {
                gone.Add(view.Contact with { Status = Deleted });
                counts.Deleted++;
            }

            events.Add(Removed(run, connected, view, isDeleted));
        }

        await unit.Memberships.SaveAsync(changed, cancellationToken).ConfigureAwait(false);
        await unit.Contacts.SaveAsync(gone, cancellationToken).ConfigureAwait(false);
        await unit.Outbox.AddAsync(events, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static OutboxRecord Removed(AccountRun run, ConnectedList connected, MembershipView view, bool isDeleted)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{connected.Book.Id}/{view.Contact.Id}");
        return new MembershipRemovedRemotely
        {
            EventId = EventIds.For(run.Account, nameof(MembershipRemovedRemotely), id, run.DotdigitalBegin),
            Account = run.Account.Value,
            RecordedAt = run.Time.GetUtcNow(),
            ListName = connected.List.Name,
            ItemId = view.Membership.ItemId,
            Email = view.Contact.Email.Value,
            AddressBookId = connected.Book.Id,
            IsDeleted = isDeleted,
        }.ToOutbox(view.Contact.Email.Value);
    }

    private sealed class Counts
    {
        public int Books { get; set; }

        public long Read { get; set; }

        public long Removed { get; set; }

        public long Deleted { get; set; }

        public long Back { get; set; }

        public long SentAgain { get; set; }
    }
}

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
/// who opted out is known as such. A slice may end anywhere in a book, and the next run goes on there (rule W-2).
/// </summary>
internal sealed class ReconcileMembersStep(ILogger<ReconcileMembersStep> logger)
{
    private const int PageSize = 1000;
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
        var isCut = false;
        foreach (var (connected, mark) in await GetDueAsync(run, force, cancellationToken).ConfigureAwait(false))
        {
            if (isCut || (counts.Books > 0 && run.IsSliceOver(started)))
            {
                isCut = true;
                break;
            }

            try
            {
                counts.Books++;
                counts.SentAgain += areContactsRead ? await NeverArrived.SendAgainAsync(run, connected, cancellationToken).ConfigureAwait(false) : 0;
                isCut = !await ReconcileAsync(run, connected, mark, started, counts, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (StepFailures.IsContained(failure))
            {
                logger.BookNotReconciled(failure, run.Account.Value, connected.Book.Id);
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
            Continues = isCut,
            Error = failures.Error,
            Exception = failures.Exception,
            Duration = run.Time.GetElapsedTime(started),
        };
    }

    /// <summary>The books whose day is over, one that is being read before the others.</summary>
    private static async Task<IReadOnlyList<(ConnectedList List, WatermarkRecord Mark)>> GetDueAsync(AccountRun run, bool force, CancellationToken cancellationToken)
    {
        var lists = await run.GetConnectedListsAsync(cancellationToken).ConfigureAwait(false);
        var due = new List<(ConnectedList List, WatermarkRecord Mark)>();
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        foreach (var list in lists)
        {
            var mark = await unit.Watermarks.GetAsync(StepNames.ReconcileMembers, list.Book.Id, cancellationToken).ConfigureAwait(false);
            if (force || mark.Cursor is not null || mark.At is not { } at || at + run.Options.ReconcileInterval <= run.DotdigitalBegin)
            {
                due.Add((list, mark));
            }
        }

        return [.. due.OrderByDescending(static book => book.Mark.Cursor is not null)];
    }

    /// <summary>Reconciles one book, or goes on with it.</summary>
    /// <returns>Whether it came to its end; otherwise the slice was over.</returns>
    private async Task<bool> ReconcileAsync(AccountRun run, ConnectedList connected, WatermarkRecord mark, long started, Counts counts, CancellationToken cancellationToken)
    {
        var reader = new BookMembersReader(run, connected, started);
        MarketingListException? doubt = null;
        if (mark.Cursor is not null || await HasSettledAsync(run, connected.Connection.Id, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                if (!await reader.ReadAsync(mark, cancellationToken).ConfigureAwait(false))
                {
                    logger.ReconcileCut(run.Account.Value, connected.Book.Id, reader.Cursor.Read);
                    return false;
                }
            }
            finally
            {
                counts.Read += reader.Rows;
            }

            var (isEnd, found) = await JudgeAsync(run, connected, reader, counts, cancellationToken).ConfigureAwait(false);
            if (!isEnd)
            {
                logger.ReconcileCut(run.Account.Value, connected.Book.Id, reader.Cursor.Read);
                return false;
            }

            doubt = found;
        }

        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        await unit.StagedIds.ClearAsync(StepNames.ReconcileMembers, connected.Book.Id, cancellationToken).ConfigureAwait(false);
        await unit.Watermarks.SaveAsync(
            new WatermarkRecord { Step = StepNames.ReconcileMembers, Scope = connected.Book.Id, At = reader.Mark.BeganAt ?? run.DotdigitalBegin }, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        return doubt is null ? true : throw doubt;
    }

    private static async Task<bool> HasSettledAsync(AccountRun run, int connectionId, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var states = await unit.Memberships.CountAsync(connectionId, cancellationToken).ConfigureAwait(false);
        return states.Any(static state => state is { State: ExportState.Clean, Count: > 0 });
    }

    /// <summary>Judges and stores page by page; gives the reason when the read cannot be believed and nobody was judged.</summary>
    private async Task<(bool IsEnd, MarketingListException? Doubt)> JudgeAsync(
        AccountRun run, ConnectedList connected, BookMembersReader reader, Counts counts, CancellationToken cancellationToken)
    {
        while (true)
        {
            IReadOnlyList<(MembershipView View, ReconcileVerdict Verdict)> judged;
            long? more;
            await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
            {
                (judged, more) = await ReconcileCandidates.JudgeAsync(
                    unit, connected.Book.Id, connected.Connection.Id, reader.Cursor.After, PageSize, cancellationToken).ConfigureAwait(false);
            }

            if (more is null && judged.Count == 0)
            {
                return (true, null);
            }

            if (reader.Cursor.Read == 0 && judged.Count > 0 && connected.Book.ContactCount > 0)
            {
                var doubt = new MarketingListException(
                    connected.List.Name,
                    $"was not reconciled: Dotdigital listed nobody in address book '{connected.Book.Name}', which should have members. Nobody was taken as removed; look at the book in Dotdigital.");
                return (true, doubt);
            }

            var deleted = new HashSet<long>();
            var missing = judged.Where(static pair => pair.Verdict == ReconcileVerdict.Missing).Take(reader.Cursor.LookUps).ToList();
            foreach (var (view, _) in missing)
            {
                if (await IsDeletedAsync(run, view.Contact.RemoteId!.Value, cancellationToken).ConfigureAwait(false))
                {
                    deleted.Add(view.Contact.Id);
                }
            }

            var next = reader.Cursor with { After = more ?? long.MaxValue, LookUps = reader.Cursor.LookUps - missing.Count };
            await StoreAsync(run, connected, reader, next, judged, deleted, counts, cancellationToken).ConfigureAwait(false);
            if (more is null || reader.IsOver)
            {
                return (more is null, null);
            }
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
        AccountRun run,
        ConnectedList connected,
        BookMembersReader reader,
        ReconcileCursor next,
        IReadOnlyList<(MembershipView View, ReconcileVerdict Verdict)> judged,
        HashSet<long> deleted,
        Counts counts,
        CancellationToken cancellationToken)
    {
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
        await reader.KeepAsync(unit, next, cancellationToken).ConfigureAwait(false);
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

using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.TwoWay;

/// <summary>
/// Rule IM-4: writes what was changed in Dotdigital to the host, after the contacts were read and before anything is compared or sent. The host's values are
/// stored before the write, so that a repetition after a kill knows a newer one. Members in a batch wait until it is settled and read again.
/// </summary>
internal sealed class WriteFieldsStep(ILogger<WriteFieldsStep> logger)
{
    private const int PageSize = 200;

    public async Task<StepReport> RunAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.WriteFields };
        var lists = await TwoWayLists.LoadAsync(run, cancellationToken).ConfigureAwait(false);
        var failures = new StepFailures();
        foreach (var list in lists.Where(list => run.OnlyList is null || string.Equals(run.OnlyList, list.List.List.Name, StringComparison.Ordinal)))
        {
            try
            {
                if (!list.List.Connection.CreateEntities)
                {
                    await CreateItemsStep.ForgetAsync(run, list.List, cancellationToken).ConfigureAwait(false);
                }

                await OfferedValues.OfferNewRowsAsync(run, list, cancellationToken).ConfigureAwait(false);
                var ofList = await WriteAsync(run, list, lists, cancellationToken).ConfigureAwait(false);
                Log(run, list, ofList);
                report = report.Plus(ofList);
            }
            catch (MarketingListException wrong)
            {
                failures.Add(wrong);
            }
        }

        return report with { Error = failures.Error ?? report.Error, Exception = failures.Exception };
    }

    private async Task<StepReport> WriteAsync(AccountRun run, TwoWayList list, IReadOnlyList<TwoWayList> all, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.WriteFields };
        long after = 0;
        while (true)
        {
            var (page, deliveries, waiting) = await LoadAsync(run, list, after, cancellationToken).ConfigureAwait(false);
            if (page == 0)
            {
                return report;
            }

            after = deliveries.LastContactId;
            var refused = new List<HostWriteRecord>();
            var written = new List<FieldDelivery>();
            if (deliveries.Items.Exists(static delivery => delivery.Writes.Count > 0))
            {
                await NoteSeenAsync(run, list, deliveries, cancellationToken).ConfigureAwait(false);
            }

            foreach (var delivery in deliveries.Items)
            {
                var failure = await DeliverAsync(run, list, delivery, cancellationToken).ConfigureAwait(false);
                if (failure is null)
                {
                    written.Add(delivery);
                    failure = delivery.Misfits.Count > 0 ? Misfit(list, delivery) : null;
                }

                if (failure is not null)
                {
                    var left = written.Contains(delivery) ? delivery.Rest() : deliveries.AsSeen(delivery.Write);
                    refused.Add(HostWriteRetries.Refused(left, failure, run.Time.GetUtcNow()));
                }
            }

            await StoreAsync(run, list, all, written, refused, deliveries.Gone, cancellationToken).ConfigureAwait(false);
            report = report with
            {
                Read = report.Read + page,
                Updated = report.Updated + written.Count(static delivery => delivery.Writes.Count > delivery.Kept),
                Skipped = report.Skipped + waiting,
                SetAside = report.SetAside + refused.Count,
                Conflicts = report.Conflicts + written.Sum(static delivery => delivery.Conflicts),
                Error = refused.Count > 0 ? $"The host refused changes from Dotdigital, which are tried again: {refused[0].Error}" : report.Error,
            };
            run.Tell(StepNames.WriteFields, list.List.List.Name, report.Read);
        }
    }

    private static async Task<(int Page, FieldDeliveries Deliveries, int Waiting)> LoadAsync(AccountRun run, TwoWayList list, long after, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var page = await unit.HostWrites.PageDueAsync(list.ConnectionId, isCreation: false, run.Time.GetUtcNow(), after, PageSize, cancellationToken).ConfigureAwait(false);
        var deliveries = new FieldDeliveries { LastContactId = page.Count == 0 ? after : page[^1].ContactId };
        if (page.Count == 0)
        {
            return (0, deliveries, 0);
        }

        List<long> ids = [.. page.Select(static write => write.ContactId)];
        var contacts = (await unit.Contacts.FindAsync(ids, cancellationToken).ConfigureAwait(false)).ToDictionary(static contact => contact.Id);
        var memberships = (await unit.Memberships.FindByContactAsync(ids, cancellationToken).ConfigureAwait(false)).ToLookup(static membership => membership.ContactId);
        var waiting = 0;
        foreach (var write in page)
        {
            var itemId = memberships[write.ContactId].FirstOrDefault(membership => membership.ConnectionId == list.ConnectionId && membership.ItemId is not null)?.ItemId;
            if (itemId is null || !contacts.TryGetValue(write.ContactId, out var contact))
            {
                deliveries.Gone.Add(write.ContactId);
            }
            else if (memberships[write.ContactId].Any(static membership => membership.State is { Kind: ExportState.InBatch, Operation: not ExportOperation.Remove }))
            {
                waiting++;
            }
            else
            {
                deliveries.Items.Add(new FieldDelivery(list, write, contact, itemId));
            }
        }

        return (page.Count, deliveries, waiting);
    }

    /// <summary>Reads what the host has right now, a statement a page. Stores it for those that are to be written, but for those whose earlier attempt left it.</summary>
    private static async Task NoteSeenAsync(AccountRun run, TwoWayList list, FieldDeliveries deliveries, CancellationToken cancellationToken)
    {
        var unread = deliveries.Items.Where(static delivery => delivery.Writes.Count > 0).ToDictionary(static delivery => delivery.ItemId, StringComparer.Ordinal);
        var seen = new List<HostWriteRecord>();
        List<string> fields = [.. list.TwoWay.Select(static column => column.Row.Fields[0])];
        await using (var session = run.Lists.Open(list.List.List))
        {
            await foreach (var item in session.Source.ReadItemsAsync(unread.Keys, fields, cancellationToken).ConfigureAwait(false))
            {
                if (unread.Remove(item.ItemId, out var delivery) && delivery.Wants(item, fields) && delivery.Write.Seen is null)
                {
                    var values = list.TwoWay.Select((column, i) => KeyValuePair.Create(column.Field.Name, (string?)FieldDecision.Canonical(column, item.Values[i])));
                    seen.Add(delivery.Write with { Seen = FieldValues.Create(values) });
                }
            }
        }

        // An item out of the segment cannot be read: that an attempt was made is kept all the same.
        seen.AddRange(unread.Values.Where(static delivery => delivery.Write.Seen is null).Select(static delivery => delivery.Write with { Seen = FieldValues.Empty }));
        if (seen.Count == 0)
        {
            return;
        }

        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        await unit.HostWrites.SaveAsync(seen, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        foreach (var write in seen)
        {
            deliveries.Seen[write.ContactId] = write;
        }
    }

    private async Task<Exception?> DeliverAsync(AccountRun run, TwoWayList list, FieldDelivery delivery, CancellationToken cancellationToken)
    {
        if (!delivery.IsWanted)
        {
            return null;
        }

        try
        {
            var session = run.Lists.OpenWriter(list.List.List) ?? throw new MarketingListException(
                list.List.List.Name, "has a two-way row, and no writer: give it one (MarketingList.Writer), or map the row one-way.");
            await using (session.ConfigureAwait(false))
            {
                await session.Writer.WriteFieldsAsync(delivery.ItemId, delivery.Writes, cancellationToken).ConfigureAwait(false);
            }

            return null;
        }
        catch (Exception refused) when (refused is not MarketingListException && (refused is not OperationCanceledException || !cancellationToken.IsCancellationRequested))
        {
            logger.RefusedOne(refused, run.Account.Value, list.List.List.Name, delivery.Write.ContactId);
            return refused;
        }
    }

    private static HostWriteRefusedException Misfit(TwoWayList list, FieldDelivery delivery) => new(
        list.List.List.Name,
        $"cannot take what Dotdigital has in {string.Join(", ", delivery.Misfits.Select(static name => $"data field '{name}'"))}: it is no value of the host field's type; correct it in Dotdigital, or map the field one-way.");

    private static async Task StoreAsync(
        AccountRun run, TwoWayList list, IReadOnlyList<TwoWayList> all, List<FieldDelivery> written, List<HostWriteRecord> refused, List<long> gone, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        await unit.HostWrites.DeleteAsync(list.ConnectionId, [.. written.Select(static delivery => delivery.Write.ContactId), .. gone], cancellationToken).ConfigureAwait(false);
        await unit.HostWrites.SaveAsync(refused, cancellationToken).ConfigureAwait(false);
        await unit.Memberships.RaiseAsync(
            list.ConnectionId, [.. written.Where(static delivery => delivery.IsToBeExported).Select(static delivery => delivery.ItemId)], cancellationToken).ConfigureAwait(false);

        // What else is made of the fields written: a composite, another list of the same records.
        var changed = list.TwoWay.Select(static column => (Field: column.Row.Fields[0], DataField: column.Field.Name)).ToList();
        foreach (var other in all.Where(other => string.Equals(other.List.List.Entity, list.List.List.Entity, StringComparison.Ordinal)))
        {
            var items = written
                .Where(delivery => delivery.Writes.Any(write => changed.Exists(field => string.Equals(field.Field, write.Field, StringComparison.Ordinal) && IsUsed(other, list, field))))
                .Select(static delivery => delivery.ItemId)
                .ToList();
            await unit.Memberships.RaiseAsync(other.ConnectionId, items, cancellationToken).ConfigureAwait(false);
        }

        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static bool IsUsed(TwoWayList other, TwoWayList list, (string Field, string DataField) field) =>
        other.UsesOtherwise(field.Field, other.ConnectionId == list.ConnectionId ? field.DataField : string.Empty);

    private void Log(AccountRun run, TwoWayList list, StepReport report)
    {
        if (report.Conflicts > 0)
        {
            logger.Conflicting(run.Account.Value, list.List.List.Name, report.Conflicts, list.List.List.TwoWayConflicts);
        }

        if (report.SetAside > 0)
        {
            logger.Refused(run.Account.Value, list.List.List.Name, report.SetAside);
        }
    }
}

using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>
/// Forgets once a day what has been over for longer than the retention (BEHAVIOUR section 2), in many small units: ended batches with what they
/// carried, lost ones included (rules EX-6, W-3); events that were set aside; what was set aside of lists without a live connection; members of gone
/// address books; and memberships of ended connections that never reached their book. Kept: a membership in a batch (rule S-4), the members of an ended
/// connection, whose opt-outs go on (rule CN-2), opt-outs, and activities, parked ones included, which are the host's own record.
/// </summary>
internal static class RetentionStep
{
    private const int PageSize = 2000;

    /// <summary>Longer than events of webhooks are young enough to be taken: one that is forgotten cannot come again.</summary>
    private static readonly TimeSpan WebhookMemory = TimeSpan.FromHours(48);
    private const int BatchesPerUnit = 20;

    public static async Task<StepReport> RunAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var before = run.Time.GetUtcNow() - run.Options.Retention;
        var report = new StepReport { Step = StepNames.Retention };
        report = report with { Removed = await RepeatAsync(run, unit => unit.Batches.DeleteEndedAsync(before, BatchesPerUnit, cancellationToken), cancellationToken).ConfigureAwait(false) };
        report = report with { Removed = report.Removed + await RepeatAsync(run, unit => unit.Outbox.DeleteSetAsideAsync(before, PageSize, cancellationToken), cancellationToken).ConfigureAwait(false) };
        var receiptsBefore = run.Time.GetUtcNow() - WebhookMemory;
        report = report with { Removed = report.Removed + await RepeatAsync(run, unit => unit.WebhookReceipts.DeleteAsync(receiptsBefore, PageSize, cancellationToken), cancellationToken).ConfigureAwait(false) };
        report = report with { Removed = report.Removed + await ForgetEndedConnectionsAsync(run, before, cancellationToken).ConfigureAwait(false) };
        report = report with { Removed = report.Removed + await ForgetGoneBooksAsync(run, before, cancellationToken).ConfigureAwait(false) };
        await using var done = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        await done.Watermarks.SaveAsync(new WatermarkRecord { Step = StepNames.Retention, At = run.DotdigitalBegin }, cancellationToken).ConfigureAwait(false);
        await done.CommitAsync(cancellationToken).ConfigureAwait(false);
        return report;
    }

    /// <summary>Deletes a chunk and a unit at a time until nothing is left.</summary>
    private static async Task<long> RepeatAsync(AccountRun run, Func<IUnitOfWork, Task<int>> delete, CancellationToken cancellationToken)
    {
        long deleted = 0;
        while (true)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var count = await delete(unit).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            deleted += count;
            if (count == 0)
            {
                return deleted;
            }
        }
    }

    private static async Task<long> ForgetEndedConnectionsAsync(AccountRun run, DateTimeOffset before, CancellationToken cancellationToken)
    {
        IReadOnlyList<ConnectionRecord> connections;
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
            foreach (var list in connections.GroupBy(static connection => connection.ListName, StringComparer.Ordinal).Where(list => list.All(connection => connection.DisconnectedAt < before)))
            {
                await unit.ListItems.ForgetSetAsideAsync(list.Key, long.MaxValue, cancellationToken).ConfigureAwait(false);
            }

            foreach (var ended in connections.Where(static connection => connection.DisconnectedAt is not null))
            {
                // A run that was under way when it ended may have stored some after the disconnect deleted them.
                await unit.HostWrites.DeleteAllAsync(ended.Id, cancellationToken).ConfigureAwait(false);
            }

            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        long forgotten = 0;
        foreach (var ended in connections.Where(connection => connection.DisconnectedAt < before))
        {
            forgotten += await ForgetMembersAsync(run, new MembershipFilter { ConnectionId = ended.Id }, static membership => !membership.IsInBook, cancellationToken).ConfigureAwait(false);
        }

        return forgotten;
    }

    private static async Task<long> ForgetGoneBooksAsync(AccountRun run, DateTimeOffset before, CancellationToken cancellationToken)
    {
        List<AddressBookRecord> gone;
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            gone = [.. (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false)).Where(book => book.DeletedAt < before && book.LastImportedAt is not null)];
        }

        long forgotten = 0;
        foreach (var book in gone)
        {
            forgotten += await ForgetMembersAsync(run, new MembershipFilter { AddressBookId = book.Id }, static _ => true, cancellationToken).ConfigureAwait(false);

            // Should the book ever answer again, all of it is read anew before anything is sent to it (rule OP-6).
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            await unit.Watermarks.DeleteAsync(StepNames.ReadBookOptOuts, book.Id, cancellationToken).ConfigureAwait(false);
            await unit.Watermarks.DeleteAsync(StepNames.ImportContacts, book.Id, cancellationToken).ConfigureAwait(false);
            await unit.AddressBooks.SaveAsync([book with { LastImportedAt = null }], cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return forgotten;
    }

    private static async Task<long> ForgetMembersAsync(AccountRun run, MembershipFilter filter, Func<MembershipRecord, bool> isForgotten, CancellationToken cancellationToken)
    {
        long forgotten = 0;
        MembershipKey? after = null;
        while (true)
        {
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var page = await unit.Memberships.PageAsync(filter, after, PageSize, cancellationToken).ConfigureAwait(false);
            if (page.Count == 0)
            {
                return forgotten;
            }

            after = new MembershipKey(page[^1].Membership.AddressBookId, page[^1].Contact.Id);
            var old = page.Select(static view => view.Membership).Where(membership => membership.State.Kind != ExportState.InBatch && isForgotten(membership)).ToList();
            await unit.Memberships.DeleteAsync([.. old.Select(static membership => new MembershipKey(membership.AddressBookId, membership.ContactId))], cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            forgotten += old.Count;
        }
    }
}

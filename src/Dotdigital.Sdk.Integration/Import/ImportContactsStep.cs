using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>
/// Rule IM-3: one account-wide read of contacts by markers, all the first time, then those modified since; each page's unit stores its rows
/// and where to go on (rule W-2). Books that appeared since are read whole once, by their list id.
/// </summary>
internal static class ImportContactsStep
{
    public static async Task<StepReport> RunAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var started = run.Time.GetTimestamp();
        var writer = await ContactPageWriter.CreateAsync(run, cancellationToken).ConfigureAwait(false);
        var report = await ReadAsync(run, writer, scope: 0, started, cancellationToken).ConfigureAwait(false);
        foreach (var book in report.Continues ? [] : await UnreadBooksAsync(run, cancellationToken).ConfigureAwait(false))
        {
            report = report.Plus(await ReadAsync(run, writer, book.Id, started, cancellationToken).ConfigureAwait(false));
            if (report.Continues)
            {
                break;
            }
        }

        return report;
    }

    private static async Task<StepReport> ReadAsync(AccountRun run, ContactPageWriter writer, int scope, long started, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.ImportContacts };
        var watermark = await LoadAsync(run, scope, cancellationToken).ConfigureAwait(false);
        watermark = watermark with { BeganAt = watermark.BeganAt ?? run.DotdigitalBegin };
        var query = new ContactV3Query
        {
            ModifiedSince = scope == 0 ? watermark.At - run.Options.ContactsOverlap : null,
            ListId = scope == 0 ? null : scope,
            Include = ContactV3Include.ChannelProperties | ContactV3Include.Lists,
            DataFields = [ContactV3Query.AllDataFields],
        };
        while (true)
        {
            MarkerPage<ContactV3> page;
            try
            {
                page = await run.Client.ContactsV3.GetPageAsync(query, watermark.Cursor, cancellationToken).ConfigureAwait(false);
            }
            catch (DotdigitalApiException refused) when (watermark.Cursor is not null && refused is DotdigitalValidationException or DotdigitalNotFoundException)
            {
                // The marker has gone stale: begin again, from a new begin (rule W-2).
                watermark = watermark with { Cursor = null, BeganAt = run.DotdigitalBegin };
                continue;
            }

            var isFirst = watermark.Cursor is null;
            watermark = page.IsEnd
                ? watermark with { At = watermark.BeganAt, Cursor = null, BeganAt = null }
                : watermark with { Cursor = page.NextMarker };
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            if (isFirst && scope == 0 && query.ModifiedSince is null)
            {
                await NoteCoveredAsync(unit, run, watermark.BeganAt ?? watermark.At, cancellationToken).ConfigureAwait(false);
            }

            report = report.Plus(await writer.WriteAsync(unit, page.Items, cancellationToken).ConfigureAwait(false));
            await unit.Watermarks.SaveAsync(watermark, cancellationToken).ConfigureAwait(false);
            if (page.IsEnd)
            {
                await MarkReadAsync(unit, run, scope, watermark.At, cancellationToken).ConfigureAwait(false);
            }

            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            run.Tell(StepNames.ImportContacts, string.Empty, report.Read);
            if (page.IsEnd)
            {
                return report;
            }

            if (run.IsSliceOver(started))
            {
                return report with { Continues = true };
            }
        }
    }

    private static async Task<WatermarkRecord> LoadAsync(AccountRun run, int scope, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        return await unit.Watermarks.GetAsync(StepNames.ImportContacts, scope, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Notes which books a whole read covers from its first page on: one that appears while it is under way, also across runs, is read by itself afterwards (rule OP-6).</summary>
    private static async Task NoteCoveredAsync(IUnitOfWork unit, AccountRun run, DateTimeOffset? began, CancellationToken cancellationToken)
    {
        foreach (var book in await IncludedBooks.FindAsync(unit, run, cancellationToken).ConfigureAwait(false))
        {
            await unit.Watermarks.SaveAsync(new WatermarkRecord { Step = StepNames.ImportContacts, Scope = book.Id, BeganAt = began }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Notes which books' contacts are now known to the end (rule OP-6).</summary>
    private static async Task MarkReadAsync(IUnitOfWork unit, AccountRun run, int scope, DateTimeOffset? began, CancellationToken cancellationToken)
    {
        var read = new List<AddressBookRecord>();
        foreach (var book in await IncludedBooks.FindAsync(unit, run, cancellationToken).ConfigureAwait(false))
        {
            var isRead = scope == book.Id
                || (scope == 0 && (book.LastImportedAt is not null
                    || (await unit.Watermarks.GetAsync(StepNames.ImportContacts, book.Id, cancellationToken).ConfigureAwait(false)).BeganAt == began));
            if (isRead)
            {
                read.Add(book with { LastImportedAt = run.Time.GetUtcNow() });
            }
        }

        await unit.AddressBooks.SaveAsync(read, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<AddressBookRecord>> UnreadBooksAsync(AccountRun run, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var included = await IncludedBooks.FindAsync(unit, run, cancellationToken).ConfigureAwait(false);
        return [.. included.Where(static book => book.LastImportedAt is null)];
    }
}

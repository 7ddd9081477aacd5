using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Integration.OptOuts;

/// <summary>
/// Reads opt-outs since their watermark, a page and a unit at a time; the last page's unit moves the watermark (rules W-1, W-2). A first read of many
/// is cut into slices; nothing is sent before it is complete (rule OP-6).
/// </summary>
internal static class OptOutReader
{
    private const int PageSize = 1000;

    /// <summary>Pages shift while they are read, so each read begins again this far before the last one's end (rule W-2).</summary>
    private const int PageOverlap = 100;

    /// <summary>Dotdigital's beginning: earlier than any account.</summary>
    private static readonly DateTimeOffset Beginning = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task<StepReport> ReadAsync(
        AccountRun run,
        string step,
        int? addressBookId,
        string scope,
        Func<DateTimeOffset, int, int, CancellationToken, Task<Page<ContactSuppression>>> readPage,
        CancellationToken cancellationToken)
    {
        WatermarkRecord watermark;
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            watermark = await unit.Watermarks.GetAsync(step, addressBookId ?? 0, cancellationToken).ConfigureAwait(false);
        }

        var since = watermark.At is { } at ? at - run.Options.OptOutsOverlap : Beginning;
        var began = watermark.BeganAt ?? run.DotdigitalBegin;
        var report = new StepReport { Step = step, Scope = scope };
        var started = run.Time.GetTimestamp();
        var resumed = OptOutCursor.Parse(watermark.Cursor);
        var skip = resumed?.Skip ?? 0;
        while (true)
        {
            var page = await readPage(since, skip, PageSize, cancellationToken).ConfigureAwait(false);
            if (resumed is { } cursor && !cursor.IsIn(page.Items))
            {
                // What was read before has moved further than a page reaches back: a row may have gone by unseen.
                (resumed, skip) = (null, 0);
                continue;
            }

            resumed = null;
            var next = page.Items.Count > PageOverlap ? page.NextSkip - PageOverlap : page.NextSkip;

            // Cut only where the next slice gets further than it reaches back.
            var cut = watermark.At is null && page.Items.Count > PageOverlap && run.IsSliceOver(started) ? OptOutCursor.After(page.Items, next) : null;
            await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
            var became = await OptOutPageWriter.ApplyAsync(unit, run, addressBookId, page.Items, cancellationToken).ConfigureAwait(false);
            if (page.IsEnd)
            {
                await unit.Watermarks.SaveAsync(watermark with { At = began, Cursor = null, BeganAt = null }, cancellationToken).ConfigureAwait(false);
            }
            else if (cut is not null)
            {
                await unit.Watermarks.SaveAsync(watermark with { Cursor = cut.ToString(), BeganAt = began }, cancellationToken).ConfigureAwait(false);
            }

            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
            report = report with { Read = report.Read + page.Items.Count, Updated = report.Updated + became };
            run.Tell(step, scope, report.Read);
            if (page.IsEnd || cut is not null)
            {
                return report with { Continues = cut is not null };
            }

            skip = next;
        }
    }
}

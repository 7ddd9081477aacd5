using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// Rule ST-5: a book's export status is the error of its latest batches (<c>Refused</c> or <c>Lost</c> when the last of them never got as far as an end), else Finished when all are settled, else NotFinished. It becomes
/// NotFinished in the unit that stores a batch, so that a run that is killed leaves it to be found here.
/// </summary>
internal static class BookStatus
{
    public const string Finished = "Finished";
    public const string NotFinished = "NotFinished";

    public static async Task UpdateAsync(AccountRun run, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var waiting = (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false))
            .Where(static book => string.Equals(book.ExportStatus, NotFinished, StringComparison.Ordinal))
            .ToList();
        if (waiting.Count == 0)
        {
            return;
        }

        var connections = (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(static connection => connection.Id);
        var batches = (await unit.Batches.GetAsync([], cancellationToken).ConfigureAwait(false))
            .Where(static batch => batch.Kind != BatchKind.Removal)
            .ToLookup(static batch => batch.AddressBookId);
        foreach (var book in waiting)
        {
            var latest = batches[book.Id].Where(batch => book.LastExportedAt is null || batch.SettledAt is null || batch.SettledAt > book.LastExportedAt).ToList();
            if (StatusOf(latest) is not { } status)
            {
                continue;
            }

            await unit.AddressBooks.SaveAsync([book with { ExportStatus = status, LastExportedAt = run.Time.GetUtcNow() }], cancellationToken).ConfigureAwait(false);
            if (latest.Count > 0 && connections.TryGetValue(latest[^1].ConnectionId, out var connection))
            {
                var finished = new ExportFinished
                {
                    EventId = Guid.CreateVersion7(),
                    Account = run.Account.Value,
                    RecordedAt = run.Time.GetUtcNow(),
                    ListName = connection.ListName,
                    AddressBookId = book.Id,
                    Status = status,
                };
                await unit.Outbox.AddAsync([finished.ToOutbox()], cancellationToken).ConfigureAwait(false);
            }
        }

        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string? StatusOf(List<BatchRecord> batches)
    {
        var error = batches.FindLast(static batch => batch is { State: BatchState.Settled, Outcome: { } outcome } && !string.Equals(outcome, Finished, StringComparison.OrdinalIgnoreCase));
        if (error is not null)
        {
            return error.Outcome;
        }

        // What was given back is sent again in a batch of its own, whose end then counts.
        if (batches is [.., { State: BatchState.Refused or BatchState.Lost } last])
        {
            return last.State.ToString();
        }

        var isOpen = batches.Exists(static batch => batch.State is BatchState.Sending or BatchState.Sent or BatchState.Ended or BatchState.Stalled);
        return isOpen ? null : Finished;
    }
}

using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.AddressBooks;

/// <summary>Keeps the stored address books like Dotdigital's (rule IM-1).</summary>
internal sealed class ImportAddressBooksStep(ILogger<ImportAddressBooksStep> logger)
{
    public async Task<StepReport> RunAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var started = run.Time.GetTimestamp();
        var read = await AddressBookReader.ReadAsync(run, cancellationToken).ConfigureAwait(false);
        var failures = new StepFailures();
        var gone = await FindGoneAsync(run, read, failures, cancellationToken).ConfigureAwait(false);

        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var stored = (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(static book => book.Id);
        var changed = read.Values
            .Select(book => AddressBookReader.ToRecord(book, stored.GetValueOrDefault(book.Id)))
            .Where(book => !book.Equals(stored.GetValueOrDefault(book.Id)))
            .ToList();
        var added = changed.Count(book => !stored.ContainsKey(book.Id));
        await unit.AddressBooks.SaveAsync([.. changed, .. gone.Select(book => stored[book.Id] with { DeletedAt = run.DotdigitalBegin })], cancellationToken).ConfigureAwait(false);
        await TellGoneAsync(run, unit, gone, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);

        logger.Imported(run.Account.Value, read.Count, added, changed.Count - added, gone.Count);
        return new StepReport
        {
            Step = StepNames.ImportAddressBooks,
            Read = read.Count,
            Added = added,
            Updated = changed.Count - added,
            Removed = gone.Count,
            Skipped = read.Count - changed.Count,
            Error = failures.Error,
            Exception = failures.Exception,
            Duration = run.Time.GetElapsedTime(started),
        };
    }

    private async Task<List<AddressBookRecord>> FindGoneAsync(
        AccountRun run, IReadOnlyDictionary<int, AddressBook> read, StepFailures failures, CancellationToken cancellationToken)
    {
        List<AddressBookRecord> missing;
        HashSet<int> connected;
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            var live = (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false)).Where(static book => book.DeletedAt is null).ToList();
            missing = [.. live.Where(book => !read.ContainsKey(book.Id))];
            connected = [.. (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false))
                .Where(static connection => connection.DisconnectedAt is null).Select(static connection => connection.AddressBookId)];
        }

        if (read.Count == 0 && missing.Count > 0)
        {
            logger.EmptyRead(run.Account.Value, missing.Count);
            return [];
        }

        var gone = new List<AddressBookRecord>();
        foreach (var book in missing)
        {
            // A list read by skipping can miss a row when another one is deleted meanwhile; a connection is not ended on that alone.
            if (!connected.Contains(book.Id) || await IsGoneAsync(run, book.Id, failures, cancellationToken).ConfigureAwait(false))
            {
                gone.Add(book);
            }
        }

        return gone;
    }

    private async Task<bool> IsGoneAsync(AccountRun run, int addressBookId, StepFailures failures, CancellationToken cancellationToken)
    {
        try
        {
            await run.Client.AddressBooks.GetAsync(addressBookId, cancellationToken).ConfigureAwait(false);
            logger.MissingBookAnswers(run.Account.Value, addressBookId);
            return false;
        }
        catch (DotdigitalNotFoundException)
        {
            return true;
        }
        catch (DotdigitalException failure) when (StepFailures.IsContained(failure))
        {
            failures.Add(failure);
            return false;
        }
    }

    private async Task TellGoneAsync(AccountRun run, IUnitOfWork unit, List<AddressBookRecord> gone, CancellationToken cancellationToken)
    {
        if (gone.Count == 0)
        {
            return;
        }

        var connections = (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false))
            .Where(static connection => connection.DisconnectedAt is null)
            .ToDictionary(static connection => connection.AddressBookId);
        var events = new List<OutboxRecord>(gone.Count);
        foreach (var book in gone)
        {
            var connection = connections.GetValueOrDefault(book.Id);
            if (connection is not null)
            {
                await unit.Connections.SaveAsync(connection with { IsEnabled = false }, cancellationToken).ConfigureAwait(false);
                logger.ConnectedBookGone(run.Account.Value, book.Id, connection.ListName);
            }

            events.Add(new AddressBookGone
            {
                EventId = EventIds.For(run.Account, nameof(AddressBookGone), Invariant(book.Id), run.DotdigitalBegin),
                Account = run.Account.Value,
                RecordedAt = run.Time.GetUtcNow(),
                AddressBookId = book.Id,
                Name = book.Name,
                ListName = connection?.ListName,
            }.ToOutbox());
        }

        await unit.Outbox.AddAsync(events, cancellationToken).ConfigureAwait(false);
    }

    private static string Invariant(int id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

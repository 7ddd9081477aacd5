using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.AddressBooks;

/// <summary>
/// Connects the lists whose declaration names an address book (rule CN-1). A list that has, or ever had, a connection is left alone: stored
/// settings win.
/// </summary>
internal sealed class ConnectDeclaredListsStep(ILogger<ConnectDeclaredListsStep> logger)
{
    private const int MaxNameLength = 128;

    public async Task<StepReport> RunAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var started = run.Time.GetTimestamp();
        var pending = await FindPendingAsync(run, cancellationToken).ConfigureAwait(false);
        var failures = new StepFailures();
        var added = 0;
        var created = 0;
        var failed = 0;
        IReadOnlyDictionary<int, AddressBook>? remote = null;
        foreach (var list in run.Lists.All.Where(list => list.Account is { } named && named != run.Account && !run.IsKnownAccount(named)).OrderBy(static list => list.Name, StringComparer.Ordinal))
        {
            // No account's run would ever come to it.
            failures.Add(new MarketingListException(list.Name, $"names account '{list.Account}', which is not configured: add it under Dotdigital:Accounts:{list.Account}, or correct the list."));
            failed++;
        }

        foreach (var list in pending)
        {
            try
            {
                var name = CheckName(list);
                AddressBook? found = null;
                if (!await IsStoredAsync(run, name, cancellationToken).ConfigureAwait(false))
                {
                    // Also finds a book whose creation was accepted while the answer got lost.
                    remote ??= await AddressBookReader.ReadAsync(run, cancellationToken).ConfigureAwait(false);
                    found = remote.Values.FirstOrDefault(book => IsNamed(book.Name, name));
                    if (found is null)
                    {
                        found = await CreateBookAsync(run, list, name, cancellationToken).ConfigureAwait(false);
                        created++;
                    }
                }

                added += await ConnectAsync(run, list, name, found, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }
            catch (DotdigitalException failure) when (StepFailures.IsContained(failure))
            {
                failures.Add(failure);
                failed++;
            }
        }

        logger.Connected(run.Account.Value, added, created, failed);
        return new StepReport
        {
            Step = StepNames.ConnectDeclaredLists,
            Added = added,
            Sent = created,
            SetAside = failed,
            Error = failures.Error,
            Exception = failures.Exception,
            Duration = run.Time.GetElapsedTime(started),
        };
    }

    private static async Task<List<MarketingList>> FindPendingAsync(AccountRun run, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var known = (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false))
            .Select(static connection => connection.ListName).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. run.Lists.All
                .Where(list => list.Account == run.Account && !string.IsNullOrWhiteSpace(list.AddressBook))
                .Where(list => run.OnlyList is null || string.Equals(run.OnlyList, list.Name, StringComparison.Ordinal))
                .Where(list => !known.Contains(list.Name))
                .OrderBy(static list => list.Name, StringComparer.Ordinal),
        ];
    }

    private static string CheckName(MarketingList list)
    {
        var name = list.AddressBook!.Trim();
        if (ReservedAddressBooks.Contains(name))
        {
            throw new MarketingListException(list.Name, $"cannot be connected to '{name}': Dotdigital keeps that address book for itself; name another one.");
        }

        return name.Length <= MaxNameLength
            ? name
            : throw new MarketingListException(list.Name, $"names an address book with {name.Length} characters: Dotdigital takes {MaxNameLength}.");
    }

    private static async Task<bool> IsStoredAsync(AccountRun run, string name, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        return Find(await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false), name) is not null;
    }

    private static async Task<AddressBook> CreateBookAsync(AccountRun run, MarketingList list, string name, CancellationToken cancellationToken)
    {
        if (!list.CreateAddressBook)
        {
            throw new MarketingListException(
                list.Name, $"names address book '{name}', which account '{run.Account}' does not have: create it in Dotdigital, or let the list create it.");
        }

        try
        {
            return await run.Client.AddressBooks.CreateAsync(name, AddressBookVisibility.Private, cancellationToken).ConfigureAwait(false);
        }
        catch (DotdigitalApiException refusal) when (refusal.HasCode(DotdigitalErrorCodes.AddressBookDuplicate))
        {
            throw new MarketingListException(
                list.Name, $"cannot have address book '{name}' created in account '{run.Account}': a segment has that name; rename one of them.");
        }
    }

    private static async Task<bool> ConnectAsync(AccountRun run, MarketingList list, string name, AddressBook? found, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
        if (connections.Any(connection => string.Equals(connection.ListName, list.Name, StringComparison.Ordinal)))
        {
            return false;
        }

        var books = await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false);
        var book = found is null
            ? Find(books, name)
            : AddressBookReader.ToRecord(found, books.FirstOrDefault(stored => stored.Id == found.Id));
        if (book is null)
        {
            throw new MarketingListException(list.Name, $"could not be connected: address book '{name}' was removed meanwhile; it is tried again in the next run.");
        }

        if (connections.FirstOrDefault(connection => connection.DisconnectedAt is null && connection.AddressBookId == book.Id) is { } taken)
        {
            throw new MarketingListException(
                list.Name, $"cannot be connected to address book '{book.Name}': marketing list '{taken.ListName}' is; connect each list to a book of its own.");
        }

        if (found is not null)
        {
            await unit.AddressBooks.SaveAsync([book], cancellationToken).ConfigureAwait(false);
        }

        await unit.Connections.SaveAsync(
            new ConnectionRecord
            {
                Id = 0,
                ListName = list.Name,
                AddressBookId = book.Id,
                ConnectedAt = run.Time.GetUtcNow(),
                OptOutAction = list.OptOutAction,
                CreateEntities = list.CreateEntities,
            },
            cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static AddressBookRecord? Find(IEnumerable<AddressBookRecord> books, string name) =>
        books.FirstOrDefault(book => book.DeletedAt is null && IsNamed(book.Name, name));

    private static bool IsNamed(string bookName, string name) => string.Equals(bookName.Trim(), name, StringComparison.OrdinalIgnoreCase);
}

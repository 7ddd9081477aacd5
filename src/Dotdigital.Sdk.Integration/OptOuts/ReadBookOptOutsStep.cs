using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.OptOuts;

/// <summary>Rule OP-1: who unsubscribed from a book, since the book's own watermark. For every book that has or had a connection (rule CN-2).</summary>
internal static class ReadBookOptOutsStep
{
    public static async Task<IReadOnlyList<AddressBookRecord>> GetBooksAsync(AccountRun run, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var connected = (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false)).Select(static connection => connection.AddressBookId).ToHashSet();
        var books = await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false);
        return [.. books.Where(book => book.DeletedAt is null && connected.Contains(book.Id))];
    }

    public static async Task<StepReport> RunAsync(AccountRun run, AddressBookRecord book, CancellationToken cancellationToken)
    {
        try
        {
            return await OptOutReader.ReadAsync(
                run,
                StepNames.ReadBookOptOuts,
                book.Id,
                book.Name,
                (since, skip, take, token) => run.Client.Contacts.GetUnsubscribedFromAddressBookSincePageAsync(book.Id, since, skip, take, token),
                cancellationToken).ConfigureAwait(false);
        }
        catch (DotdigitalNotFoundException)
        {
            // The books' own read, later in this run, tells the host when it is gone (rule IM-1).
            return new StepReport { Step = StepNames.ReadBookOptOuts, Scope = book.Name, NotRun = "Dotdigital does not have the address book" };
        }
    }
}

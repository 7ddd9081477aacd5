using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Import;

/// <summary>The books whose members are stored: all, or by option only those with a live connection, or one whose members are still to leave (rules IM-3, CN-2).</summary>
internal static class IncludedBooks
{
    public static async Task<IReadOnlyList<AddressBookRecord>> FindAsync(IUnitOfWork unit, AccountRun run, CancellationToken cancellationToken)
    {
        var books = (await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false)).Where(static book => book.DeletedAt is null);
        if (!run.Options.ImportConnectedBooksOnly)
        {
            return [.. books];
        }

        var connected = (await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false))
            .Where(static connection => connection.DisconnectedAt is null || connection.AddedMembers == AddedMembersState.Leaving)
            .Select(static connection => connection.AddressBookId)
            .ToHashSet();
        return [.. books.Where(book => connected.Contains(book.Id))];
    }
}

using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>The names of an account's address books, and the lists that its connections are of.</summary>
internal sealed class PersonPlaces
{
    private readonly Dictionary<int, string> _lists;
    private readonly Dictionary<int, string> _books;

    private PersonPlaces(IReadOnlyList<ConnectionRecord> connections, IReadOnlyList<AddressBookRecord> books)
    {
        Connections = connections;
        _lists = connections.ToDictionary(static connection => connection.Id, static connection => connection.ListName);
        _books = books.ToDictionary(static book => book.Id, static book => book.Name);
    }

    /// <summary>All connections, ended ones too.</summary>
    public IReadOnlyList<ConnectionRecord> Connections { get; }

    public static async Task<PersonPlaces> ReadAsync(IUnitOfWork unit, CancellationToken cancellationToken) => new(
        await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false),
        await unit.AddressBooks.GetAllAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>The marketing list of a connection; null for one that is not kept.</summary>
    public string? ListOf(int connectionId) => _lists.GetValueOrDefault(connectionId);

    /// <summary>The name of an address book; null for one that is not kept.</summary>
    public string? BookOf(int addressBookId) => _books.GetValueOrDefault(addressBookId);

    /// <summary>The beginning of an event at a membership's place.</summary>
    public PersonEvent Of(MembershipRecord membership) => new()
    {
        Kind = PersonEventKind.Batch,
        ListName = membership.ConnectionId is { } connection ? ListOf(connection) : null,
        ItemId = membership.ItemId,
        Subject = BookOf(membership.AddressBookId),
    };
}

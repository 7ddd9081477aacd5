using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Connections;

/// <summary>A marketing list's link to an address book, as it is stored (BEHAVIOUR section 10).</summary>
public sealed record Connection
{
    /// <summary>The store's own id, unique within the account.</summary>
    public required int Id { get; init; }

    /// <summary>The marketing list.</summary>
    public required string ListName { get; init; }

    /// <summary>Dotdigital's id of the book.</summary>
    public required int AddressBookId { get; init; }

    /// <summary>The book's name as last read.</summary>
    public required string AddressBook { get; init; }

    /// <summary>Where it stands.</summary>
    public required ConnectionState State { get; init; }

    /// <summary>Whether the book is gone from Dotdigital (rule IM-1).</summary>
    public bool IsAddressBookGone { get; init; }

    /// <summary>Its options.</summary>
    public required ConnectionSettings Settings { get; init; }

    /// <summary>When it was made, by our clock.</summary>
    public required DateTimeOffset ConnectedAt { get; init; }

    /// <summary>When it was ended, by our clock; null while it is not.</summary>
    public DateTimeOffset? DisconnectedAt { get; init; }

    /// <summary>What becomes of those whom it added, after its end.</summary>
    public AddedMembersState AddedMembers { get; init; }

    /// <summary>The removal that waits for a confirmation, or null (rule CN-5).</summary>
    public PendingRemoval? PendingRemoval { get; init; }

    internal static Connection From(ConnectionRecord record, AddressBookRecord? book) => new()
    {
        Id = record.Id,
        ListName = record.ListName,
        AddressBookId = record.AddressBookId,
        AddressBook = book?.Name ?? string.Empty,
        State = record.DisconnectedAt is not null ? ConnectionState.Ended : record.IsEnabled ? ConnectionState.Live : ConnectionState.Disabled,
        IsAddressBookGone = book is not { DeletedAt: null },
        Settings = new ConnectionSettings { CreateEntities = record.CreateEntities, OptOutAction = record.OptOutAction, LeaverAction = record.LeaverAction },
        ConnectedAt = record.ConnectedAt,
        DisconnectedAt = record.DisconnectedAt,
        AddedMembers = record.AddedMembers,
        PendingRemoval = record.ConfirmedRemovals > 0 ? null : record.PendingRemoval,
    };
}

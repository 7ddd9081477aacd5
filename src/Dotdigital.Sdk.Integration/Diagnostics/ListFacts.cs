using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>What an explanation knows of one list and the person in it.</summary>
internal sealed record ListFacts
{
    public required string Name { get; init; }

    /// <summary>Null when the host does not declare it any more.</summary>
    public MarketingList? List { get; init; }

    public ConnectionRecord? Connection { get; init; }

    public AddressBookRecord? Book { get; init; }

    /// <summary>The staged keys with the address, by item.</summary>
    public IReadOnlyList<StagedKey> Keys { get; init; } = [];

    public string? ItemId { get; init; }

    public MembershipRecord? Membership { get; init; }

    /// <summary>The item's membership under the address that it had before; null when it has none.</summary>
    public MembershipView? Former { get; init; }

    public BatchRecord? Batch { get; init; }

    public ListItemRecord? OptOut { get; init; }

    public bool IsListRead { get; init; }

    public bool IsBookRead { get; init; }
}

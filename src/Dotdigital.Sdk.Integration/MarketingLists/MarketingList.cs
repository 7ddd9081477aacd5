using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration.MarketingLists;

/// <summary>A marketing list as the host declared it: a set of host records with an email, its mapping and the address book it goes to.</summary>
public sealed record MarketingList
{
    /// <summary>Unique in the host, 1 to 100 characters; part of stored keys, so a renamed list is another list.</summary>
    public required string Name { get; init; }

    /// <summary>The host entity's name: tracked changes name it.</summary>
    public required string Entity { get; init; }

    /// <summary>The fields that can be mapped; a source that knows more of them says so (<see cref="IMarketingListSource.GetFieldsAsync"/>).</summary>
    public required IReadOnlyList<ListField> Fields { get; init; }

    /// <summary>The rows of the code-first mapping; a mapping stored for an account and this entity wins over them there (rule MP-1).</summary>
    public required IReadOnlyList<MappingRow> Mapping { get; init; }

    /// <summary>
    /// The real host fields behind the mapping, with the entities that have them (rule TR-1). A mapped real field that none of these covers counts as a
    /// field of <see cref="Entity"/> itself, named as it is mapped.
    /// </summary>
    public IReadOnlyList<TrackedField> TrackedFields { get; init; } = [];

    /// <summary>Priority of this list's mapping: the highest owns a data field (rule EX-3a).</summary>
    public int Priority { get; init; }

    /// <summary>The account to connect to, or null to connect at run time.</summary>
    public AccountId? Account { get; init; }

    /// <summary>The address book's name to connect to.</summary>
    public string? AddressBook { get; init; }

    /// <summary>Whether to create the book when it does not exist.</summary>
    public bool CreateAddressBook { get; init; }

    /// <summary>What Dotdigital is told of a host's opt-out.</summary>
    public OptOutAction OptOutAction { get; init; }

    /// <summary>Whose value counts when a two-way field was changed on both sides (rule IM-4).</summary>
    public TwoWayConflicts TwoWayConflicts { get; init; }

    /// <summary>
    /// Whether contacts of the address book that the host does not have become records of it (rule IM-5). The setting that a new connection begins with;
    /// a connection that is stored already keeps its own, which <see cref="Connections.IConnectionService.UpdateAsync"/> changes.
    /// </summary>
    public bool CreateEntities { get; init; }

    /// <summary>The opt-in type to send for new contacts (<c>Single</c>, <c>Double</c>, ...), or null to send none (rule EX-4).</summary>
    public string? OptInType { get; init; }

    /// <summary>The email type to send (<c>Html</c>, <c>PlainText</c>), or null to send none (rule EX-4).</summary>
    public string? EmailType { get; init; }

    /// <summary>Why the host could not be asked for its fields; null when it could, or was not.</summary>
    internal string? FieldsFailure { get; init; }

    /// <summary>Makes the reader, from the services of a scope of its own.</summary>
    public required Func<IServiceProvider, IMarketingListSource> Source { get; init; }

    /// <summary>Makes the writer, from the services of a scope of its own; null when the host wants no writes.</summary>
    public Func<IServiceProvider, IMarketingListWriter>? Writer { get; init; }
}

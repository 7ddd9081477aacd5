using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>What an entity's mapping in an account stands on: its lists as declared, the account's data fields and connections, and what is stored.</summary>
internal sealed record MappingScope(
    AccountId Account, string Entity, IReadOnlyList<MarketingList> Lists, IReadOnlyList<DataFieldRecord> DataFields, IReadOnlyList<ConnectionRecord> Connections)
{
    /// <summary>The stored mapping, or null.</summary>
    public MappingRecord? Stored { get; init; }

    /// <exception cref="ArgumentException">No declared list has this entity.</exception>
    public static async Task<MappingScope> ReadAsync(IUnitOfWork unit, MarketingListCatalogue lists, AccountId account, string entity, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(entity);
        if (!lists.All.Any(list => string.Equals(list.Entity, entity, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"No marketing list of '{entity}' is declared: name the entity of one of the lists.", nameof(entity));
        }

        var connections = await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false);
        var stored = await unit.Mappings.GetAllAsync(cancellationToken).ConfigureAwait(false);
        return new MappingScope(
            account,
            entity,
            EffectiveMapping.ListsOf(lists, entity, account.Value, connections),
            await unit.DataFields.GetAllAsync(cancellationToken).ConfigureAwait(false),
            connections)
        {
            Stored = stored.FirstOrDefault(mapping => string.Equals(mapping.Entity, entity, StringComparison.Ordinal)),
        };
    }

    /// <summary>Why no mapping of the entity can be judged in the account.</summary>
    public IEnumerable<string> WhyNot()
    {
        if (DataFields.Count == 0)
        {
            yield return $"the data fields of account '{Account}' were never read: check the account's name, and refresh its data fields first";
        }

        if (Lists.Count == 0)
        {
            yield return $"no marketing list of '{Entity}' goes to account '{Account}': declare or connect one first";
        }
    }

    /// <summary>The list's live connection, or null.</summary>
    public ConnectionRecord? ConnectionOf(MarketingList list) =>
        Connections.FirstOrDefault(connection => connection.IsLive && string.Equals(connection.ListName, list.Name, StringComparison.Ordinal));
}

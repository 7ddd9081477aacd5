using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>
/// The one place that says which rows a list has in an account: those stored for its entity there, else those of the code (rule MP-1). A stored mapping
/// stands in for the code-first rows of all lists of the entity, also where those differ.
/// </summary>
internal static class EffectiveMapping
{
    /// <summary>The list with its effective rows, priority and, where rows are stored, everything that can be mapped as its fields.</summary>
    public static async Task<MarketingList> ApplyAsync(MarketingListCatalogue lists, MarketingList list, MappingRecord? stored, CancellationToken cancellationToken)
    {
        if (stored is null)
        {
            return list;
        }

        var effective = list with { Mapping = stored.Rows, Priority = stored.Priority ?? list.Priority };
        HashSet<string> wanted = [.. stored.Rows.SelectMany(static row => row.Fields)];
        if (wanted.IsSubsetOf(list.Fields.Select(static field => field.Name)))
        {
            return effective;
        }

        try
        {
            return effective with { Fields = await lists.GetFieldsAsync(list, wanted, cancellationToken).ConfigureAwait(false) };
        }
        catch (Exception failed) when (!(failed is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            // Told where the mapping is bound: opt-outs and other lists must not wait for it.
            return effective with { FieldsFailure = failed.Message };
        }
    }

    /// <summary>The stored mapping of the list's entity, if any.</summary>
    public static MappingRecord? Of(MarketingList list, IReadOnlyList<MappingRecord> stored) =>
        stored.FirstOrDefault(mapping => string.Equals(mapping.Entity, list.Entity, StringComparison.Ordinal));

    /// <summary>The lists of an entity that an account exports or may export.</summary>
    public static IReadOnlyList<MarketingList> ListsOf(MarketingListCatalogue lists, string entity, string account, IReadOnlyList<ConnectionRecord> connections) =>
    [
        .. lists.All
            .Where(list => string.Equals(list.Entity, entity, StringComparison.Ordinal))
            .Where(list => list.Account is null || string.Equals(list.Account.Value.Value, account, StringComparison.Ordinal)
                || connections.Any(connection => connection.DisconnectedAt is null && string.Equals(connection.ListName, list.Name, StringComparison.Ordinal)))
            .OrderByDescending(static list => list.Priority)
            .ThenBy(static list => list.Name, StringComparer.Ordinal),
    ];
}

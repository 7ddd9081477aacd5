using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>
/// The real fields of all mappings (rule TR-1). Those of the code count for every account, also where a stored mapping is in force: one that is taken away again must
/// not have missed anything. Those of a stored mapping count for its account.
/// </summary>
internal static class TrackedFieldsOfMappings
{
    public static IEnumerable<TrackedField> OfCode(MarketingListCatalogue lists) => lists.All.SelectMany(static list => OfList(list, null));

    public static async Task<IReadOnlyCollection<TrackedField>> ReadAsync(
        MarketingListCatalogue lists, IReadOnlyDictionary<AccountId, IReadOnlyList<MappingRecord>> stored, CancellationToken cancellationToken)
    {
        var fields = OfCode(lists).ToHashSet();
        foreach (var (account, mappings) in stored)
        {
            foreach (var list in lists.All)
            {
                if (EffectiveMapping.Of(list, mappings) is { } mapping)
                {
                    var effective = await EffectiveMapping.ApplyAsync(lists, list, mapping, cancellationToken).ConfigureAwait(false);
                    fields.UnionWith(OfList(effective, account).Where(field => !fields.Contains(field with { Account = null })));
                }
            }
        }

        return fields;
    }

    /// <summary>
    /// What each mapped field says of itself; what the list says, but for fields that are not mapped and say themselves what they are; and each mapped real
    /// field of which nothing is said, as one of the list's entity.
    /// </summary>
    private static IEnumerable<TrackedField> OfList(MarketingList list, AccountId? account)
    {
        var mapped = list.Mapping.SelectMany(static row => row.Fields).ToHashSet(StringComparer.Ordinal);
        var fields = list.Fields.Where(static field => !field.IsComputed).ToDictionary(static field => field.Name, StringComparer.Ordinal);
        var computed = list.Fields.Where(static field => field.IsComputed).Select(static field => field.Name).ToHashSet(StringComparer.Ordinal);
        var described = list.Fields.SelectMany(static field => field.TrackedFields).ToHashSet();
        var own = mapped.SelectMany(name => fields.TryGetValue(name, out var field) ? field.TrackedFields : []).ToHashSet();
        var declared = list.TrackedFields.Where(field => !described.Contains(field)).ToList();
        var covered = declared.Select(static field => field.Path.Length == 0 ? field.Field : $"{field.Path}.{field.Field}").ToHashSet(StringComparer.Ordinal);
        var silent = mapped.Where(name => !computed.Contains(name) && !covered.Contains(name) && !(fields.TryGetValue(name, out var field) && field.TrackedFields.Count > 0));
        return own.Concat(declared)
            .Concat(silent.Select(name => new TrackedField { Entity = list.Entity, Field = name, RootEntity = list.Entity }))
            .Select(field => account is null ? field : field with { Account = account });
    }
}

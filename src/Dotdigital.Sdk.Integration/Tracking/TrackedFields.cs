using System.Collections.Frozen;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>The real fields of the lists' mappings, passed through the handlers in their order (rule TR-1); made at the first question.</summary>
internal sealed class TrackedFields(IEnumerable<MarketingList> lists, IEnumerable<IMappingTrackedFieldsHandler> handlers) : ITrackedFields
{
    private readonly Lazy<State> _state = new(() => Build(lists, handlers));

    public IReadOnlyList<TrackedField> All => _state.Value.All;

    public IReadOnlyList<TrackedField> Of(string entity) => _state.Value.ByEntity.GetValueOrDefault(entity, []);

    private static State Build(IEnumerable<MarketingList> lists, IEnumerable<IMappingTrackedFieldsHandler> handlers)
    {
        var context = new TrackedFieldsContext(lists.SelectMany(FieldsOf));
        foreach (var handler in handlers)
        {
            handler.Handle(context);
        }

        TrackedField[] all = [.. context.Fields];
        return new(all, all
            .GroupBy(static field => field.Entity, StringComparer.Ordinal)
            .ToFrozenDictionary(static group => group.Key, static group => (IReadOnlyList<TrackedField>)[.. group], StringComparer.Ordinal));
    }

    /// <summary>What the list says of its fields, and each mapped real field that it says nothing of.</summary>
    private static IEnumerable<TrackedField> FieldsOf(MarketingList list)
    {
        var computed = list.Fields.Where(static field => field.IsComputed).Select(static field => field.Name).ToHashSet(StringComparer.Ordinal);
        var covered = list.TrackedFields
            .Select(static field => field.Path.Length == 0 ? field.Field : $"{field.Path}.{field.Field}")
            .ToHashSet(StringComparer.Ordinal);
        return list.TrackedFields.Concat(list.Mapping
            .SelectMany(static row => row.Fields)
            .Where(name => !computed.Contains(name) && !covered.Contains(name))
            .Select(name => new TrackedField { Entity = list.Entity, Field = name, RootEntity = list.Entity }));
    }

    private sealed record State(IReadOnlyList<TrackedField> All, FrozenDictionary<string, IReadOnlyList<TrackedField>> ByEntity);
}

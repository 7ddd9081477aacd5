using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;

/// <summary>What is tracked, said in terms of one model; made once for the model and its tracked fields.</summary>
internal sealed class TrackingPlan
{
    private readonly Dictionary<IEntityType, List<TrackedPlace>> _places = [];
    private readonly List<string> _problems = [];

    public TrackingPlan(IModel model, IReadOnlyList<TrackedField> fields, IReadOnlyDictionary<string, string?> itemKeys)
    {
        Fields = fields;
        HasChangeTable = model.FindEntityType(typeof(DotdigitalFieldChange)) is not null;
        foreach (var group in fields.GroupBy(static field => (field.RootEntity, field.Account)))
        {
            foreach (var root in model.GetEntityTypes().Where(type => !type.IsOwned() && string.Equals(type.ClrType.Name, group.Key.RootEntity, StringComparison.Ordinal)))
            {
                var key = itemKeys.GetValueOrDefault(group.Key.RootEntity) is { } named ? root.FindProperty(named) : root.FindPrimaryKey()?.Properties is [var single] ? single : null;
                if (key is null)
                {
                    _problems.Add($"{root.DisplayName()} has no key of one column.");
                    continue;
                }

                var walk = new TrackingPlanWalk(root, key, group.Key.Account?.Value, Add);
                foreach (var field in group)
                {
                    if (!walk.TryTrack(field))
                    {
                        _problems.Add($"'{field.Field}' of {field.Entity}, reached from {field.RootEntity} by '{field.Path}', is not in the model.");
                    }
                }
            }
        }
    }

    /// <summary>The tracked fields that this was made of.</summary>
    public IReadOnlyList<TrackedField> Fields { get; }

    /// <summary>Whether the change table is in the model.</summary>
    public bool HasChangeTable { get; }

    /// <summary>Nothing of this model is tracked.</summary>
    public bool IsEmpty => _places.Count == 0;

    /// <summary>Tracked fields that the model does not have.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>The places where records of an entity stand, or none.</summary>
    public IReadOnlyList<TrackedPlace> Of(IEntityType entity) => _places.TryGetValue(entity, out var places) ? places : [];

    private void Add(TrackedPlace place)
    {
        foreach (var entity in place.Entity.GetDerivedTypesInclusive())
        {
            if (!_places.TryGetValue(entity, out var places))
            {
                _places.Add(entity, places = []);
            }

            places.Add(place);
        }
    }
}

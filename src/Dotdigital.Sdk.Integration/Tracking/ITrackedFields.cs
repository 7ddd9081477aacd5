namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>The tracked fields of all mappings, after the handlers (rule TR-1). Cheap to ask: kept in memory; a mapping changed by any node is noticed within 30 seconds (rule MP-9).</summary>
public interface ITrackedFields
{
    /// <summary>All tracked fields: the same instance until they change, so that what is derived from them can be kept.</summary>
    IReadOnlyList<TrackedField> All { get; }

    /// <summary>The tracked fields of an entity, or none.</summary>
    IReadOnlyList<TrackedField> Of(string entity);
}

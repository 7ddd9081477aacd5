namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>The tracked fields of all mappings, after the handlers (rule TR-1). Cheap to ask: made once and kept until mappings change.</summary>
public interface ITrackedFields
{
    /// <summary>The tracked fields of an entity, or none.</summary>
    IReadOnlyList<TrackedField> Of(string entity);
}

namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>The tracked fields under construction.</summary>
public sealed class TrackedFieldsContext
{
    /// <summary>Starts with <paramref name="fields"/>.</summary>
    public TrackedFieldsContext(IEnumerable<TrackedField> fields) => Fields = new HashSet<TrackedField>(fields);

    /// <summary>The fields; add, remove or replace.</summary>
    public ISet<TrackedField> Fields { get; }
}

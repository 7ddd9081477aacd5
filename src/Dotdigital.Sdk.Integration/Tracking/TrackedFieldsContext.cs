namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>The tracked fields under construction.</summary>
public sealed class TrackedFieldsContext
{
    /// <summary>Starts with <paramref name="fields"/>.</summary>
    public TrackedFieldsContext(IEnumerable<TrackedField> fields) => Fields = new HashSet<TrackedField>(fields);

    /// <summary>The fields; add, remove or replace.</summary>
    public ISet<TrackedField> Fields { get; }

    /// <summary>Adds a field.</summary>
    public void Add(TrackedField field) => Fields.Add(field);

    /// <summary>Stops tracking the fields that match.</summary>
    public void Remove(Func<TrackedField, bool> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        Fields.ExceptWith([.. Fields.Where(match)]);
    }

    /// <summary>Puts others in place of the fields that match: a change is then looked for elsewhere, or counts for another entity, path or account.</summary>
    public void Redirect(Func<TrackedField, bool> match, Func<TrackedField, IEnumerable<TrackedField>> to)
    {
        ArgumentNullException.ThrowIfNull(match);
        ArgumentNullException.ThrowIfNull(to);
        List<TrackedField> redirected = [.. Fields.Where(match)];
        Fields.ExceptWith(redirected);
        Fields.UnionWith(redirected.SelectMany(to));
    }
}

namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>One recorded change (rule TR-2).</summary>
/// <param name="Sequence">The log's order; 0 when not yet recorded.</param>
/// <param name="RootEntity">The marketing lists' entity that it counts for.</param>
/// <param name="Path">The path from the root to the record that changed; empty for the root itself.</param>
/// <param name="Key">The key, as text, of the record that changed; the item id when the path is empty.</param>
public sealed record FieldChange(long Sequence, string RootEntity, string Path, string Key)
{
    /// <summary>The only account that it counts for (<see cref="TrackedField.Account"/>); null for all.</summary>
    public string? Account { get; init; }
}

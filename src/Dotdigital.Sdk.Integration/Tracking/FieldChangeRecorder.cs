namespace Dotdigital.Sdk.Integration.Tracking;

/// <inheritdoc/>
internal sealed class FieldChangeRecorder(ITrackedFields trackedFields, IFieldChangeLog log) : IFieldChangeRecorder
{
    public async Task RecordAsync(
        string entity, IReadOnlyCollection<string> keys, IReadOnlyCollection<string> fields, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(entity);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(fields);
        FieldChange[] changes =
        [
            .. trackedFields.Of(entity)
                .Where(field => fields.Count == 0 || fields.Contains(field.Field, StringComparer.Ordinal))
                .Select(static field => (field.RootEntity, field.Path, field.Account))
                .Distinct()
                .SelectMany(place => keys
                    .Where(static key => !string.IsNullOrEmpty(key))
                    .Distinct(StringComparer.Ordinal)
                    .Select(key => new FieldChange(0, place.RootEntity, place.Path, key) { Account = place.Account?.Value })),
        ];
        if (changes.Length > 0)
        {
            await log.AppendAsync(changes, cancellationToken).ConfigureAwait(false);
        }
    }
}

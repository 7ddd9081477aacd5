namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>Records changes of tracked fields for hosts without the EF Core interceptor (rule TR-2).</summary>
public interface IFieldChangeRecorder
{
    /// <summary>Records that these fields of these records changed; fields that are not tracked are dropped.</summary>
    /// <param name="entity">The entity that changed.</param>
    /// <param name="keys">The keys of the records, as text.</param>
    /// <param name="fields">The names of the fields that changed; empty for added or deleted records.</param>
    /// <param name="cancellationToken">Cancels the recording.</param>
    Task RecordAsync(string entity, IReadOnlyCollection<string> keys, IReadOnlyCollection<string> fields, CancellationToken cancellationToken);
}

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;

/// <summary>A row of the change table in the host's own database (rule TR-2). Written by the interceptor, read and deleted by the engine; of no use to the host.</summary>
public sealed class DotdigitalFieldChange
{
    /// <summary>The order of the log, given by the database.</summary>
    public long Id { get; set; }

    /// <summary>The marketing lists' entity that the change counts for.</summary>
    public required string RootEntity { get; set; }

    /// <summary>The path from the root to the record that changed; empty for the root itself.</summary>
    public required string Path { get; set; }

    /// <summary>The key of the record that changed, as text.</summary>
    public required string Key { get; set; }

    /// <summary>The only account that the change counts for; null for all.</summary>
    public string? Account { get; set; }

    internal static DotdigitalFieldChange From(Integration.Tracking.FieldChange change) => new()
    {
        RootEntity = change.RootEntity, Path = change.Path, Key = change.Key, Account = change.Account,
    };
}

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>An address book of an account (BEHAVIOUR section 1). Key: account + <see cref="Id"/>.</summary>
public sealed record AddressBookRecord
{
    /// <summary>Dotdigital's id.</summary>
    public required int Id { get; init; }

    /// <summary>Its name, up to 128 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Visibility in Dotdigital's spelling.</summary>
    public string? Visibility { get; init; }

    /// <summary>How many contacts Dotdigital counts in it.</summary>
    public int ContactCount { get; init; }

    /// <summary>When a read first found it gone; null while it exists (soft delete, rule IM-1).</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>When its contacts were last read to the end.</summary>
    public DateTimeOffset? LastImportedAt { get; init; }

    /// <summary>When an export to it last finished.</summary>
    public DateTimeOffset? LastExportedAt { get; init; }

    /// <summary>The status of its exports (rule ST-5): <c>Finished</c>, <c>NotFinished</c>, or the error of a batch; null before the first.</summary>
    public string? ExportStatus { get; init; }
}

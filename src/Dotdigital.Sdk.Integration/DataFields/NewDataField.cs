namespace Dotdigital.Sdk.Integration.DataFields;

/// <summary>A data field to create (rule DF-2).</summary>
public sealed record NewDataField
{
    /// <summary>Its name, 1 to 20 of <c>[A-Za-z0-9_-]</c>, not reserved, unique in the account ignoring case.</summary>
    public required string Name { get; init; }

    /// <summary>Its type; not <see cref="DataFieldType.Unknown"/>.</summary>
    public required DataFieldType Type { get; init; }

    /// <summary><c>Public</c> or <c>Private</c>.</summary>
    public required string Visibility { get; init; }

    /// <summary>The value that new contacts get, as text: a number in invariant form, a date as <c>yyyy-MM-ddTHH:mm:ss</c> (UTC), <c>true</c> or <c>false</c>, or text up to 1000 characters; null for none.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>The host's own notes, kept here only, at most 2000 characters; null for none.</summary>
    public string? Notes { get; init; }
}

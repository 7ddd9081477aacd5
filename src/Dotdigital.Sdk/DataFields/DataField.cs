namespace Dotdigital.Sdk.DataFields;

/// <summary>A data field of contacts (<c>ApiDataField</c>).</summary>
public sealed record DataField
{
    /// <summary>Its name, <c>[A-Za-z0-9_-]{1,20}</c>, unique ignoring case.</summary>
    public required string Name { get; init; }

    /// <summary>The type of its values.</summary>
    public DataFieldType Type { get; init; }

    /// <summary>Who sees it.</summary>
    public DataFieldVisibility Visibility { get; init; }

    /// <summary>The value new contacts get; <see cref="DataFieldValue.Null"/> for none.</summary>
    public DataFieldValue DefaultValue { get; init; }
}

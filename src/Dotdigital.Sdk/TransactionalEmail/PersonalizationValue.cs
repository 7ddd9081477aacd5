namespace Dotdigital.Sdk.TransactionalEmail;

/// <summary>A value for a field of a triggered campaign (<c>ApiPersonalizationValue</c>).</summary>
public sealed record PersonalizationValue
{
    /// <summary>The field's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its value; empty for nothing.</summary>
    public required string Value { get; init; }
}

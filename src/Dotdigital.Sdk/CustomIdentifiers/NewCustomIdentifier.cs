namespace Dotdigital.Sdk.CustomIdentifiers;

/// <summary>The body that creates a custom identifier (<c>customIdentifierRequest</c>).</summary>
internal sealed record NewCustomIdentifier
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
}

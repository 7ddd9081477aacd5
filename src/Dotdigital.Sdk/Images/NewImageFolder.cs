namespace Dotdigital.Sdk.Images;

/// <summary>The body that creates a folder (<c>ApiImageFolder</c>).</summary>
internal sealed record NewImageFolder
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
}

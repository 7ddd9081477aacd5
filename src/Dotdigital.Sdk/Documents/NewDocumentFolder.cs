namespace Dotdigital.Sdk.Documents;

/// <summary>The body that creates a folder (<c>ApiDocumentFolder</c>).</summary>
internal sealed record NewDocumentFolder
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }
}

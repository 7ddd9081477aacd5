namespace Dotdigital.Sdk.TransactionalData;

/// <summary>The content of a record (<c>ApiJsonData</c>).</summary>
internal sealed record TransactionalDataContent
{
    /// <summary>The content, a JSON object.</summary>
    public string? Json { get; init; }
}

namespace Dotdigital.Sdk.Documents;

/// <summary>The body that names a document (<c>ApiDocument</c>).</summary>
internal sealed record DocumentReference
{
    /// <summary>The document.</summary>
    public int? Id { get; init; }
}

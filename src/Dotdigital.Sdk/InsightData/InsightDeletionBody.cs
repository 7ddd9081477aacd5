namespace Dotdigital.Sdk.InsightData;

/// <summary>The body that names records (<c>collectionName_deleteRecords_body</c>).</summary>
internal sealed record InsightDeletionBody
{
    /// <summary>The keys.</summary>
    public required IReadOnlyList<string> Keys { get; init; }
}

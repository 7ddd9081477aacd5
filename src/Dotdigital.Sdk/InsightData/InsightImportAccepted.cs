namespace Dotdigital.Sdk.InsightData;

/// <summary>The answer to an import.</summary>
internal sealed record InsightImportAccepted
{
    /// <summary>Its id.</summary>
    public string? ImportId { get; init; }
}

using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Campaigns;

/// <summary>How one version of a split test did (<c>ApiSplitTestResult</c>).</summary>
public sealed record SplitTestVersion
{
    /// <summary>Its subject line.</summary>
    public string? SubjectLine { get; init; }

    /// <summary>Its sender as shown.</summary>
    public string? FromName { get; init; }

    /// <summary>Its sender's address.</summary>
    public string? FromAddress { get; init; }

    /// <summary>Its HTML body.</summary>
    public string? HtmlContent { get; init; }

    /// <summary>Its text body.</summary>
    public string? PlainTextContent { get; init; }

    /// <summary>Its letter.</summary>
    public string? Version { get; init; }

    /// <summary>Whether it won.</summary>
    [JsonPropertyName("winningVersion")]
    public bool IsWinner { get; init; }

    /// <summary>How many times the metric was met.</summary>
    public decimal ResultsActual { get; init; }

    /// <summary>The same in percent.</summary>
    public decimal ResultsPercentage { get; init; }
}

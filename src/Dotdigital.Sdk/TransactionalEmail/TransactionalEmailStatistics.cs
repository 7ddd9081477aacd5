using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.TransactionalEmail;

/// <summary>The counters of transactional email in a period (<c>ApiTransactionalEmailStatistics</c>).</summary>
public sealed record TransactionalEmailStatistics
{
    /// <summary>The beginning of the period, UTC.</summary>
    public DateTimeOffset? StartDate { get; init; }

    /// <summary>Its end, UTC.</summary>
    public DateTimeOffset? EndDate { get; init; }

    /// <summary>Emails sent.</summary>
    [JsonPropertyName("numSent")]
    public int Sent { get; init; }

    /// <summary>Emails delivered.</summary>
    [JsonPropertyName("numDelivered")]
    public int Delivered { get; init; }

    /// <summary>Opens.</summary>
    [JsonPropertyName("numOpens")]
    public int Opens { get; init; }

    /// <summary>Clicks.</summary>
    [JsonPropertyName("numClicks")]
    public int Clicks { get; init; }

    /// <summary>Complaints.</summary>
    [JsonPropertyName("numIspComplaints")]
    public int IspComplaints { get; init; }

    /// <summary>Bounces.</summary>
    [JsonPropertyName("numBounces")]
    public int Bounces { get; init; }
}

using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Campaigns;

/// <summary>The revenue attributed to a campaign (<c>ApiCampaignRevenueAttributionDetail</c>).</summary>
public sealed record CampaignRevenue
{
    /// <summary>The campaign.</summary>
    [JsonPropertyName("campaignID")]
    public int CampaignId { get; init; }

    /// <summary>When it was last sent, UTC.</summary>
    public DateTimeOffset? DateLastSent { get; init; }

    /// <summary>The currency of <see cref="Revenue"/>.</summary>
    public string? Currency { get; init; }

    /// <summary>The revenue.</summary>
    public decimal Revenue { get; init; }

    /// <summary>How many orders.</summary>
    [JsonPropertyName("numOrders")]
    public int Orders { get; init; }

    /// <summary>Orders per delivered email, in percent.</summary>
    public decimal ConversionRate { get; init; }
}

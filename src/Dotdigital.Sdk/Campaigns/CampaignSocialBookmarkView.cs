using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Campaigns;

/// <summary>Views of a campaign that a contact shared (<c>ApiCampaignContactSocialBookmarkView</c>).</summary>
public sealed record CampaignSocialBookmarkView
{
    /// <summary>The contact who shared it.</summary>
    public long ContactId { get; init; }

    /// <summary>Its email address.</summary>
    public string? Email { get; init; }

    /// <summary>Where it was shared.</summary>
    public string? BookmarkName { get; init; }

    /// <summary>How many views.</summary>
    [JsonPropertyName("numViews")]
    public int Views { get; init; }
}

namespace Dotdigital.Sdk.Campaigns;

/// <summary>A tag of a campaign (<c>ApiCampaignTag</c>).</summary>
public sealed record CampaignTag
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }
}

namespace Dotdigital.Sdk.Campaigns;

/// <summary>A group of links (<c>ApiCampaignLinkGroup</c>).</summary>
public sealed record CampaignLinkGroup
{
    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset? DateCreated { get; init; }
}

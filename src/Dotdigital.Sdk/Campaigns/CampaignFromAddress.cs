namespace Dotdigital.Sdk.Campaigns;

/// <summary>A sender address (<c>ApiCampaignFromAddress</c>).</summary>
public sealed record CampaignFromAddress
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>The address.</summary>
    public string? Email { get; init; }
}

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>A campaign of Dotdigital's that was first seen sent, beside the host's own.</summary>
public sealed record CampaignLink
{
    /// <summary>Dotdigital's id of the campaign.</summary>
    public required int CampaignId { get; init; }

    /// <summary>Its name; empty when it is no longer stored.</summary>
    public required string Name { get; init; }

    /// <summary>The code offered for the host's marketing campaign.</summary>
    public required string Code { get; init; }

    /// <summary>What the host answered; null while it has not.</summary>
    public HostCampaign? Answer { get; init; }

    /// <summary>The marketing campaign that later activity counts for: the answered one, merges followed.</summary>
    public string? MarketingCampaignId { get; init; }

    /// <summary>When the host answered, by our clock; null while it has not.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
}

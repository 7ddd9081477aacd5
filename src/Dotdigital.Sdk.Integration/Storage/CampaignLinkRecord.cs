namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>What the host made of a campaign (rule IM-2). Key: account + <see cref="CampaignId"/>; apart from the campaign, so that neither a read nor an answer can undo the other.</summary>
public sealed record CampaignLinkRecord
{
    /// <summary>Dotdigital's id of the campaign.</summary>
    public required int CampaignId { get; init; }

    /// <summary>The host's id of its email campaign; null when it made none.</summary>
    public string? EmailCampaignId { get; init; }

    /// <summary>The host's id of the marketing campaign, as answered, before merges; null when it made none.</summary>
    public string? MarketingCampaignId { get; init; }

    /// <summary>When the host answered, by our clock.</summary>
    public required DateTimeOffset AnsweredAt { get; init; }
}

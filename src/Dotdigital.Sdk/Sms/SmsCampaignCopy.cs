namespace Dotdigital.Sdk.Sms;

/// <summary>The body that copies a campaign (<c>ApiCopySmsCampaignRequest</c>).</summary>
internal sealed record SmsCampaignCopy
{
    /// <summary>The campaign.</summary>
    public required int CampaignId { get; init; }

    /// <summary>The name of the copy.</summary>
    public required string CopyName { get; init; }
}

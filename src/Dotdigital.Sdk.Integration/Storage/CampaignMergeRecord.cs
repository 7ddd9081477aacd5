namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>A marketing campaign of the host that was merged into another one (rule IM-2). Key: account + <see cref="FromId"/>.</summary>
public sealed record CampaignMergeRecord
{
    /// <summary>The host's id of the marketing campaign that is no more.</summary>
    public required string FromId { get; init; }

    /// <summary>The host's id of the one that it became part of; it may have been merged itself since.</summary>
    public required string IntoId { get; init; }

    /// <summary>When, by our clock.</summary>
    public required DateTimeOffset At { get; init; }
}

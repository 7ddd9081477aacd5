namespace Dotdigital.Sdk.Campaigns;

/// <summary>A send of a campaign (<c>ApiCampaignSend</c>).</summary>
public sealed record CampaignSend
{
    /// <summary>Its id, to be asked for with <see cref="ICampaignsApi.GetSendAsync"/>.</summary>
    public Guid Id { get; init; }

    /// <summary>The campaign.</summary>
    public int CampaignId { get; init; }

    /// <summary>The address books it goes to.</summary>
    public IReadOnlyList<int> AddressBookIds { get; init => field = value ?? []; } = [];

    /// <summary>The single contacts it goes to.</summary>
    public IReadOnlyList<long> ContactIds { get; init => field = value ?? []; } = [];

    /// <summary>When it is sent, UTC.</summary>
    public DateTimeOffset? SendDate { get; init; }

    /// <summary>How it is tested.</summary>
    public CampaignSplitTestSend? SplitTestOptions { get; init; }

    /// <summary>How far it is.</summary>
    public CampaignSendStatus Status { get; init; }
}

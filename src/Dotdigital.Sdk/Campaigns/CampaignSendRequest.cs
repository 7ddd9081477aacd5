namespace Dotdigital.Sdk.Campaigns;

/// <summary>A campaign to send, and to whom (<c>ApiCampaignSend</c>).</summary>
public sealed record CampaignSendRequest
{
    /// <summary>The campaign.</summary>
    public required int CampaignId { get; init; }

    /// <summary>The address books to send to; with no recipients at all the API takes every contact.</summary>
    public IReadOnlyList<int>? AddressBookIds { get; init; }

    /// <summary>Single contacts to send to.</summary>
    public IReadOnlyList<long>? ContactIds { get; init; }

    /// <summary>When to send; at once when <see langword="null"/>.</summary>
    public DateTimeOffset? SendDate { get; init; }

    /// <summary>How to test, when it is a split test campaign.</summary>
    public SplitTestSend? SplitTestOptions { get; init; }
}

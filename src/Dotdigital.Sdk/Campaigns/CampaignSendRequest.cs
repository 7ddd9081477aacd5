using System.Text.Json.Serialization;

namespace Dotdigital.Sdk.Campaigns;

/// <summary>A campaign to send, and to whom (<c>ApiCampaignSend</c>).</summary>
public sealed record CampaignSendRequest
{
    /// <summary>The campaign.</summary>
    public required int CampaignId { get; init; }

    /// <summary>The address books to send to; see <see cref="ToAllContacts"/> for everybody.</summary>
    public IReadOnlyList<int>? AddressBookIds { get; init; }

    /// <summary>Single contacts to send to.</summary>
    public IReadOnlyList<long>? ContactIds { get; init; }

    /// <summary>
    /// Whether to send to every contact of the account. The API does so whenever it is given no recipients; here it must be said, so that an empty list is
    /// no accident.
    /// </summary>
    [JsonIgnore]
    public bool ToAllContacts { get; init; }

    /// <summary>When to send; at once when <see langword="null"/>.</summary>
    public DateTimeOffset? SendDate { get; init; }

    /// <summary>How to test, when it is a split test campaign.</summary>
    public SplitTestSend? SplitTestOptions { get; init; }
}

using Dotdigital.Sdk.DataFields;

namespace Dotdigital.Sdk.Campaigns;

/// <summary>A value recorded by a tracking marker after a campaign (<c>ApiCampaignContactRoiDetail</c>).</summary>
public sealed record CampaignRoiDetail
{
    /// <summary>The contact.</summary>
    public long ContactId { get; init; }

    /// <summary>Its email address.</summary>
    public string? Email { get; init; }

    /// <summary>The marker.</summary>
    public string? MarkerName { get; init; }

    /// <summary>The type of the value.</summary>
    public DataFieldType DataType { get; init; }

    /// <summary>The value.</summary>
    public DataFieldValue Value { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? DateEntered { get; init; }
}

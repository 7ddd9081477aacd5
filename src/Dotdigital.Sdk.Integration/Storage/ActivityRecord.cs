namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>What a contact did with a campaign (BEHAVIOUR section 1). Key: account + <see cref="CampaignId"/> + <see cref="RemoteContactId"/>.</summary>
public sealed record ActivityRecord
{
    /// <summary>Dotdigital's id of the campaign.</summary>
    public required int CampaignId { get; init; }

    /// <summary>Dotdigital's id of the contact.</summary>
    public required long RemoteContactId { get; init; }

    /// <summary><see cref="ContactRecord.Id"/>; null while the contact is not known here (parked, rule IM-9).</summary>
    public long? ContactId { get; init; }

    /// <summary>The marketing list item that it counts for; null when none is known.</summary>
    public string? ItemId { get; init; }

    /// <summary>The connection whose item it is.</summary>
    public int? ConnectionId { get; init; }

    /// <summary>When the campaign was sent to the contact.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>How often it was opened.</summary>
    public int Opens { get; init; }

    /// <summary>How often a link was clicked.</summary>
    public int Clicks { get; init; }

    /// <summary>Page views that followed.</summary>
    public int PageViews { get; init; }

    /// <summary>Replies.</summary>
    public int Replies { get; init; }

    /// <summary>Forwards, estimated or to friends.</summary>
    public int Forwards { get; init; }

    /// <summary>Views by social bookmarks.</summary>
    public int SocialViews { get; init; }

    /// <summary>When it was first opened.</summary>
    public DateTimeOffset? FirstOpenedAt { get; init; }

    /// <summary>When it was last opened.</summary>
    public DateTimeOffset? LastOpenedAt { get; init; }

    /// <summary>Whether the person unsubscribed from it.</summary>
    public bool IsUnsubscribed { get; init; }

    /// <summary>Whether it soft bounced.</summary>
    public bool IsSoftBounced { get; init; }

    /// <summary>Whether it hard bounced.</summary>
    public bool IsHardBounced { get; init; }
}

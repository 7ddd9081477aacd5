namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>What the activity step counts.</summary>
internal sealed class ActivityCounts
{
    /// <summary>Rows read: activities, opens and clicks.</summary>
    public long Read { get; set; }

    /// <summary>New activities, opens and clicks.</summary>
    public long Added { get; set; }

    /// <summary>Changed activities.</summary>
    public long Updated { get; set; }

    /// <summary>Parked activities whose contact became known.</summary>
    public long Unparked { get; set; }

    /// <summary>Stored activities whose item became known.</summary>
    public long Linked { get; set; }

    /// <summary>New activities without a known contact (parked), and events without a date.</summary>
    public long SetAside { get; set; }

    /// <summary>Campaigns that Dotdigital does not have any more.</summary>
    public long Gone { get; set; }
}

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>The kinds of marketing activity (rule IM-9).</summary>
public enum MarketingActivityKind
{
    /// <summary>The campaign was sent to the contact.</summary>
    Send = 0,

    /// <summary>It was opened once.</summary>
    Open = 1,

    /// <summary>A link was clicked once.</summary>
    Click = 2,

    /// <summary>It soft bounced.</summary>
    SoftBounce = 3,

    /// <summary>It hard bounced.</summary>
    HardBounce = 4,

    /// <summary>The person unsubscribed.</summary>
    Unsubscribe = 5,
}

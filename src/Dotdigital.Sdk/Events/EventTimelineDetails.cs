namespace Dotdigital.Sdk.Events;

/// <summary>How an event is shown on the contact's timeline (<c>eventsv3import_timelineDetails</c>).</summary>
public sealed record EventTimelineDetails
{
    /// <summary>What it says, up to 160 characters.</summary>
    public required string Summary { get; init; }
}

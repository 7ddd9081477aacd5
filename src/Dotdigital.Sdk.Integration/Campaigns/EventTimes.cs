namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>Instants of events as their keys hold them.</summary>
internal static class EventTimes
{
    /// <summary>The instant in UTC, cut to the second: what every answer of the API tells alike.</summary>
    public static DateTimeOffset ToSecond(this DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}

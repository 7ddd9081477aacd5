namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>Instants of events as their keys hold them.</summary>
internal static class EventTimes
{
    /// <summary>The instant in UTC, cut to the second: what every answer of the API tells alike.</summary>
    public static DateTimeOffset ToSecond(this DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    /// <summary>The instant cut to the second, or null when there is none: Dotdigital writes the year 1 for never.</summary>
    public static DateTimeOffset? ToSecond(this DateTimeOffset? at) => at is { Year: > 1 } known ? known.ToSecond() : null;
}

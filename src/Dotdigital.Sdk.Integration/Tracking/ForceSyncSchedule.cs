namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>When the daily comparison was due last (rule TR-4).</summary>
internal static class ForceSyncSchedule
{
    /// <summary>The latest occurrence that is not after <paramref name="now"/>. On the day on which clocks skip the hour it is at the first instant after the gap.</summary>
    public static DateTimeOffset LastDue(TimeOnly at, TimeZoneInfo zone, DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var due = Occurrence(day, at, zone);
        return due <= now ? due : Occurrence(day.AddDays(-1), at, zone);
    }

    private static DateTimeOffset Occurrence(DateOnly day, TimeOnly at, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(at);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(1);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}

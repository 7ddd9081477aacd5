namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>From when on the health check complains.</summary>
public sealed class DotdigitalHealthCheckOptions
{
    /// <summary>
    /// Degraded when an account's last successful cycle is older than this, a minute to 366 days; null for three of its cycle intervals and 10 minutes, which
    /// is 22 minutes with the default interval.
    /// </summary>
    public TimeSpan? DegradedAfter { get; set; }

    /// <summary>
    /// Unhealthy when an account's last successful cycle is older than this, a minute to 366 days; an hour. Never before it is Degraded, so that an
    /// account with a longer interval is not called unhealthy between two cycles.
    /// </summary>
    public TimeSpan UnhealthyAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Degraded when a batch is not settled this long after it was stored, a minute to 366 days; an hour.</summary>
    public TimeSpan BatchDegradedAfter { get; set; } = TimeSpan.FromHours(1);
}

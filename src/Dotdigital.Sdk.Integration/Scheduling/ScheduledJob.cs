namespace Dotdigital.Sdk.Integration.Scheduling;

/// <summary>A job that is to run by itself.</summary>
/// <param name="Id">The job.</param>
/// <param name="Interval">From one start to the next.</param>
/// <param name="RunsAtOnce">Whether it first runs at once; else after its first interval (BEHAVIOUR section 2).</param>
internal sealed record ScheduledJob(SyncJobId Id, TimeSpan Interval, bool RunsAtOnce);

namespace Dotdigital.Sdk.Integration.Quartz;

/// <summary>How the jobs are put on a Quartz scheduler.</summary>
public sealed class DotdigitalQuartzOptions
{
    /// <summary>The name that the host gave the scheduler in <c>AddQuartz(name, ...)</c>; null for the default one.</summary>
    public string? SchedulerName { get; set; }
}

using Dotdigital.Sdk.Integration.Accounts;
using Quartz;

namespace Dotdigital.Sdk.Integration.Quartz;

/// <summary>
/// The keys under which the jobs stand in the host's scheduler, for hosts that pause, trigger or watch them. A job's own trigger has the same name and
/// group as the job; that of a request which was remembered while the account was busy (rule BL-1) is named <c>requested/{account}</c>.
/// </summary>
public static class DotdigitalQuartzJobs
{
    /// <summary>The group of all jobs and triggers.</summary>
    public const string Group = "dotdigital";

    /// <summary>The key of a job of one account: <c>{job}/{account}</c>, such as <c>cycle/main</c>.</summary>
    /// <param name="account">The account.</param>
    /// <param name="job">The job: <see cref="JobNames.Cycle"/> or <see cref="JobNames.ExportStatus"/>.</param>
    public static JobKey KeyOf(AccountId account, string job)
    {
        ArgumentException.ThrowIfNullOrEmpty(job);
        return new JobKey($"{job}/{account}", Group);
    }

    /// <summary>The key of the job that serves all accounts: <c>{job}</c>.</summary>
    /// <param name="job">The job: <see cref="JobNames.TrackedChanges"/>.</param>
    public static JobKey KeyOf(string job)
    {
        ArgumentException.ThrowIfNullOrEmpty(job);
        return new JobKey(job, Group);
    }
}

using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Scheduling;
using Quartz;

namespace Dotdigital.Sdk.Integration.Quartz;

/// <summary>
/// One of the engine's jobs on Quartz. Its data are the account's id and the job's name, nothing else. Quartz keeps a second execution of the same account
/// and job away in the whole cluster; the account's lock does so for different jobs of an account (rule BL-1).
/// </summary>
[DisallowConcurrentExecution]
internal sealed class SyncJob(SyncJobs jobs, RunnerGuard guard, JobsUnderWay underWay) : IJob
{
    /// <summary>The job data's key of the account's id; absent when the job is one for all accounts.</summary>
    public const string Account = "account";

    /// <summary>The job data's key of the job's name.</summary>
    public const string Job = "job";

    /// <summary>How the triggers of remembered requests begin.</summary>
    public const string RequestPrefix = "requested/";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        AccountId? account = context.JobDetail.JobDataMap.TryGetString(Account, out var id) ? new AccountId(id!) : null;
        var job = new SyncJobId(account, context.JobDetail.JobDataMap.GetString(Job)!);

        // The scheduler may fire before this process has become the runner, and after it has lost the store to another.
        if (!guard.MayRun)
        {
            return;
        }

        var isRequest = account is not null && context.Trigger.Key.Name.StartsWith(RequestPrefix, StringComparison.Ordinal);
        await underWay.RunAsync(
            token => isRequest ? jobs.RunRequestedAsync(account!.Value, token) : jobs.RunAsync(job, context.Recovering, token),
            cancellationToken).ConfigureAwait(false);
    }
}

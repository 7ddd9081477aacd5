using System.Globalization;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Scheduling;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Activity;

/// <summary>What a person does about what the jobs did.</summary>
internal sealed class ActivityActions(IOutboxInspector outbox, ISyncRequests requests, IConnectionService connections, ISetAsideReader setAside, IAccountService accounts)
{
    /// <summary>Asks for a job.</summary>
    public async Task<DashboardAnswer> RequestAsync(DashboardRequest request)
    {
        var job = request.Text("job");
        if (!requests.Jobs.Contains(job, StringComparer.Ordinal))
        {
            throw new DashboardNotFoundException("The form names no job that can be asked for.");
        }

        await requests.RequestAsync(request.Account(), job, request.Cancel).ConfigureAwait(false);
        return Back(request, Notices.JobRequested);
    }

    /// <summary>Asks before held members are released.</summary>
    public async Task<DashboardAnswer> ReleaseFormAsync(DashboardRequest request)
    {
        var (account, list, reason) = (request.Account(), request.Required("list"), request.Required("reason"));
        var held = (await setAside.CountAllAsync(account, request.Cancel).ConfigureAwait(false))
            .FirstOrDefault(count => string.Equals(count.ListName, list, StringComparison.Ordinal) && string.Equals(count.Reason, reason, StringComparison.Ordinal))
            ?? throw new DashboardNotFoundException($"Nothing of list '{list}' is held back for that reason any more.");
        return DashboardAnswer.Show<ReleaseView>($"Release members of {list}", new ReleaseModel(account.Value, held));
    }

    /// <summary>Releases held members.</summary>
    public async Task<DashboardAnswer> ReleaseAsync(DashboardRequest request)
    {
        if (!request.Flag("sure"))
        {
            return (await ReleaseFormAsync(request).ConfigureAwait(false)).Refused(["Tick the box that says that the cause has been seen to."]);
        }

        var account = request.Account();
        var released = await connections.ReleaseHeldAsync(account, request.Required("list"), request.Required("reason"), cancellationToken: request.Cancel).ConfigureAwait(false);
        if (released > 0)
        {
            await requests.RequestAsync(account, JobNames.Cycle, request.Cancel).ConfigureAwait(false);
        }

        return Back(request, released > 0 ? Notices.Released : Notices.NothingReleased);
    }

    /// <summary>The form of the schedule.</summary>
    public async Task<DashboardAnswer> ScheduleFormAsync(DashboardRequest request) => Show(ScheduleForm.Of(await FindAsync(request).ConfigureAwait(false)));

    /// <summary>Saves the schedule.</summary>
    public async Task<DashboardAnswer> SaveScheduleAsync(DashboardRequest request)
    {
        var form = ScheduleForm.Of(await FindAsync(request).ConfigureAwait(false), request);
        var problems = form.FindProblems();
        if (problems.Count > 0)
        {
            return Show(form).Refused(problems);
        }

        try
        {
            await accounts.UpdateAsync(form.Account.Id, settings => form.Put(settings.Schedule), request.Cancel).ConfigureAwait(false);
        }
        catch (DotdigitalException refused)
        {
            return Show(form).Refused([refused.Message]);
        }

        return Back(request, Notices.ScheduleSaved);
    }

    /// <summary>Has an event delivered again.</summary>
    public async Task<DashboardAnswer> RetryAsync(DashboardRequest request)
    {
        var outcome = await outbox.RetryAsync(request.Account(), Event(request), request.Cancel).ConfigureAwait(false);
        return Back(request, outcome switch
        {
            OutboxRetry.Retried => Notices.EventRetried,
            OutboxRetry.Obsolete => Notices.EventObsolete,
            _ => Notices.EventGone,
        });
    }

    /// <summary>Forgets an event.</summary>
    public async Task<DashboardAnswer> DismissAsync(DashboardRequest request) =>
        Back(request, await outbox.DismissAsync(request.Account(), Event(request), request.Cancel).ConfigureAwait(false) ? Notices.EventDismissed : Notices.EventGone);

    private async Task<AccountDetails> FindAsync(DashboardRequest request) =>
        await accounts.FindAsync(request.Account(), request.Cancel).ConfigureAwait(false)
        ?? throw new DashboardNotFoundException($"There is no account '{request.Account()}'.");

    private static DashboardAnswer Show(ScheduleForm form) => DashboardAnswer.Show<ScheduleView>($"Schedule of {form.Account.Name}", form);

    private static Guid Event(DashboardRequest request) =>
        Guid.TryParse(request.Text("event"), CultureInfo.InvariantCulture, out var id) ? id : throw new DashboardNotFoundException("The form names no event.");

    private static DashboardAnswer Back(DashboardRequest request, string notice) => DashboardAnswer.GoTo(request.Link("activity", ("account", request.Text("account")), ("done", notice)));
}

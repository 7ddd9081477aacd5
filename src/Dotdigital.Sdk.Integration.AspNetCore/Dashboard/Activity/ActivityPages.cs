using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Activity;

/// <summary>What the jobs did, and what waits for a person.</summary>
internal sealed class ActivityPages(AccountPicker picker, ISyncStore store, IConnectionService connections, IOutboxInspector outbox)
{
    private const int MostBatches = 50;
    private const int MostEvents = 50;

    /// <summary>An account's activity.</summary>
    public async Task<DashboardAnswer> OverviewAsync(DashboardRequest request)
    {
        var account = await picker.PickAsync(request).ConfigureAwait(false);
        var model = new ActivityModel { Account = account };
        if (account.Chosen is { } chosen)
        {
            model = await ReadAsync(model, chosen.Id, request.Cancel).ConfigureAwait(false);
        }

        return DashboardAnswer.Show<ActivityView>("Activity", model);
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

    private async Task<ActivityModel> ReadAsync(ActivityModel model, AccountId account, CancellationToken cancellationToken)
    {
        var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);
        await using (unit.ConfigureAwait(false))
        {
            var batches = await unit.Batches.GetAsync([], cancellationToken).ConfigureAwait(false);
            model = model with
            {
                Jobs = await unit.JobStates.GetAllAsync(cancellationToken).ConfigureAwait(false),
                BatchCount = batches.Count,
                Batches = [.. batches.OrderByDescending(static batch => batch.Id).Take(MostBatches)],
            };
        }

        var events = new List<SetAsideEvent>();
        await foreach (var happened in outbox.ReadSetAsideAsync(account, cancellationToken).ConfigureAwait(false))
        {
            events.Add(happened);
            if (events.Count == MostEvents)
            {
                break;
            }
        }

        return model with
        {
            Lists = (await connections.GetConnectionsAsync(account, cancellationToken).ConfigureAwait(false)).ToDictionary(static connection => connection.Id, static connection => connection.ListName),
            Outbox = await outbox.CountAsync(account, cancellationToken).ConfigureAwait(false),
            Events = events,
        };
    }

    private static Guid Event(DashboardRequest request) =>
        Guid.TryParse(request.Text("event"), out var id) ? id : throw new DashboardNotFoundException("The form names no event.");

    private static DashboardAnswer Back(DashboardRequest request, string notice) => DashboardAnswer.GoTo(request.Link("activity", ("account", request.Text("account")), ("done", notice)));
}

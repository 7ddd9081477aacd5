using System.Globalization;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Activity;

/// <summary>What the jobs do and did, and what waits for a person.</summary>
internal sealed class ActivityPages(
    AccountPicker picker, LiveReader live, ISyncMonitor monitor, ISyncRequests requests, ISyncStore store, ISetAsideReader setAside, IConnectionService connections, IOutboxInspector outbox)
{
    private const int MostBatches = 25;
    private const int MostEvents = 50;

    /// <summary>How many lists' rows set aside a page counts.</summary>
    private const int MostCounts = 25;

    /// <summary>An account's activity.</summary>
    public async Task<DashboardAnswer> OverviewAsync(DashboardRequest request)
    {
        var account = await picker.PickAsync(request).ConfigureAwait(false);
        var model = new ActivityModel { Account = account, Jobs = requests.Jobs };
        if (account.Chosen is { } chosen)
        {
            model = await ReadAsync(model, chosen, request).ConfigureAwait(false);
        }

        return DashboardAnswer.Show<ActivityView>("Activity", model);
    }

    /// <summary>The part of it that changes while one looks.</summary>
    public async Task<DashboardAnswer> LiveAsync(DashboardRequest request)
    {
        var account = await picker.PickAsync(request).ConfigureAwait(false);
        return DashboardAnswer.Part<LiveView>(await live.ReadAsync(account.Chosen ?? throw new DashboardNotFoundException("There is no account."), request.Cancel).ConfigureAwait(false));
    }

    /// <summary>One run with its steps.</summary>
    public async Task<DashboardAnswer> RunAsync(DashboardRequest request)
    {
        var run = long.TryParse(request.Text("run"), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? await monitor.FindAsync(request.Account(), id, request.Cancel).ConfigureAwait(false)
            : null;
        return run is null
            ? throw new DashboardNotFoundException("That run is not kept any more: of each job the last 20 are.")
            : DashboardAnswer.Show<RunView>(run.Job is null ? "Run" : JobWords.Job(run.Job), run);
    }

    private async Task<ActivityModel> ReadAsync(ActivityModel model, AccountDetails chosen, DashboardRequest request)
    {
        var account = chosen.Id;
        long? before = long.TryParse(request.Text("before"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
        var skip = int.TryParse(request.Text("from"), NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0;
        var unit = await store.BeginAsync(account, request.Cancel).ConfigureAwait(false);
        await using (unit.ConfigureAwait(false))
        {
            model = model with
            {
                States = await unit.JobStates.GetAllAsync(request.Cancel).ConfigureAwait(false),
                BatchCounts = await unit.Batches.CountAsync(request.Cancel).ConfigureAwait(false),
                Batches = await unit.Batches.PageLastAsync(before, MostBatches, request.Cancel).ConfigureAwait(false),
                IsFirstPage = before is null,
            };
        }

        var events = new List<SetAsideEvent>();
        await foreach (var happened in outbox.ReadSetAsideAsync(account, request.Cancel).ConfigureAwait(false))
        {
            events.Add(happened);
            if (events.Count == MostEvents)
            {
                break;
            }
        }

        // What can be released comes first: it waits for a person.
        var counts = (await setAside.CountAllAsync(account, request.Cancel).ConfigureAwait(false)).OrderByDescending(static count => count.Releasable > 0).ToList();
        return model with
        {
            Live = await live.ReadAsync(chosen, request.Cancel).ConfigureAwait(false),
            SetAside = [.. counts.Skip(skip).Take(MostCounts)],
            SetAsideFrom = skip,
            SetAsideNext = skip + MostCounts < counts.Count ? skip + MostCounts : null,
            SetAsideRows = counts.Sum(static count => count.Count),
            Lists = (await connections.GetConnectionsAsync(account, request.Cancel).ConfigureAwait(false)).ToDictionary(static connection => connection.Id, static connection => connection.ListName),
            Outbox = await outbox.CountAsync(account, request.Cancel).ConfigureAwait(false),
            Events = events,
        };
    }
}

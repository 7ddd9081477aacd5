using System.Globalization;
using System.Text;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>A history: what it begins with, and what happens. Played, it ends in quiet, and then everything is compared.</summary>
internal sealed record History(HistorySetup Setup, IReadOnlyList<Act> Acts)
{
    private const int MostRounds = 60;

    /// <summary>One more than the three that must send nothing: every other cycle also reads what is not due, and judges what the one before settled.</summary>
    private const int QuietRounds = 4;

    /// <summary>Plays the history.</summary>
    /// <returns>The sentences that do not hold; none when all is well.</returns>
    public async Task<IReadOnlyList<string>> PlayAsync(CancellationToken cancellationToken)
    {
        await using var world = await ModelWorld.StartAsync(Setup, cancellationToken);
        try
        {
            if (Setup.BeginsSettled)
            {
                await SettleAsync(world);
            }

            foreach (var act in Acts)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await world.DoAsync(act);
            }

            return await EndAsync(world);
        }
        catch (Exception unexpected) when (unexpected is not OperationCanceledException)
        {
            return [.. world.Wrongs, $"(x) {unexpected}"];
        }
    }

    /// <summary>The history as code, for a regression test.</summary>
    public string ToCode()
    {
        var code = new StringBuilder().Append("new History(").Append(Setup).AppendLine(",").AppendLine("[");
        foreach (var act in Acts)
        {
            code.Append("    ").Append(act).AppendLine(",");
        }

        return code.Append("])").ToString();
    }

    private static async Task SettleAsync(ModelWorld world)
    {
        for (var i = 0; i < 2; i++)
        {
            await world.DoAsync(new Act(ActKind.Cycle));
            world.Emulator.Clock.Advance(TimeSpan.FromMinutes(35));
            await world.DoAsync(new Act(ActKind.Status));
        }
    }

    /// <summary>What went wrong stops, a new process begins, and cycles run until nothing is sent three times in a row.</summary>
    private static async Task<IReadOnlyList<string>> EndAsync(ModelWorld world)
    {
        world.Emulator.Faults.Clear();
        world.Network.End();
        (world.Host.Refusals, world.Host.Breaking) = (0, null);
        await world.RestartAsync();
        if (world.Facts.IsUntracked)
        {
            await RefreshAsync(world);
        }

        var quiet = 0;
        for (var round = 0; round < MostRounds && quiet < QuietRounds; round++)
        {
            await world.RunAsync(new Act(ActKind.Changes));
            await ConfirmAsync(world);
            world.Trace.Write(string.Create(CultureInfo.InvariantCulture, $"round {round}"));
            var reports = await world.RunAsync(new Act(round % 2 == 1 ? ActKind.ForcedCycle : ActKind.Cycle));

            // Sooner or later whatever backs off, stalls or waits for its hour or day has its turn.
            world.Emulator.Clock.Advance(round < 5 || quiet > 0 ? TimeSpan.FromMinutes(20) : round < 40 ? TimeSpan.FromMinutes(70) : TimeSpan.FromHours(25));
            var statuses = await world.RunAsync(new Act(ActKind.Status));
            await world.Trace.WriteStateAsync(world);
            quiet = round > 1 && IsQuiet(reports) && IsQuiet(statuses) && !await IsWaitingAsync(world) ? quiet + 1 : 0;
            if (round == MostRounds - 1 && quiet < QuietRounds)
            {
                var last = reports.Concat(statuses).SelectMany(static report => report.Steps).Where(static step => step.Error is not null || step.Sent > 0);
                return [.. await ModelChecks.RunAsync(world), $"(c) {MostRounds} cycles were not enough: {string.Join("; ", last.Select(static step => string.Create(CultureInfo.InvariantCulture, $"{step.Step} {step.Scope} sent {step.Sent} {step.Error}")))}"];
            }
        }

        return await ModelChecks.RunAsync(world);
    }

    private static bool IsQuiet(IReadOnlyList<SyncReport> reports) =>
        reports.Count > 0 && reports.All(static report => report.Failures.All(IsMisdeclared) && !report.WasBusy && report.Steps.All(static step => step.Sent == 0 || step.Step is StepNames.DeliverEvents or StepNames.DeliverActivities));

    /// <summary>A book that code declares for one list may have been given to another at run time: that is told in every cycle.</summary>
    private static bool IsMisdeclared(StepReport step) => step.Step == StepNames.ConnectDeclaredLists;

    private static async Task<bool> IsWaitingAsync(ModelWorld world)
    {
        var open = await world.ReadAsync(static unit => unit.Batches.GetAsync([BatchState.Sending, BatchState.Sent, BatchState.Ended, BatchState.Stalled], CancellationToken.None));
        return open.Count > 0;
    }

    private static async Task RefreshAsync(ModelWorld world)
    {
        for (var i = 0; i < world.Setup.Lists; i++)
        {
            await world.DoAsync(new Act(ActKind.Refresh, i));
        }
    }

    /// <summary>The person who is asked confirms what waits.</summary>
    private static async Task ConfirmAsync(ModelWorld world)
    {
        foreach (var connection in (await world.ConnectionsAsync()).Where(static connection => connection is { DisconnectedAt: null, PendingRemoval: not null, ConfirmedRemovals: 0 }))
        {
            try
            {
                await world.Services.GetRequiredService<IConnectionService>().ConfirmRemovalAsync(ModelWorld.Id, connection.ListName, connection.PendingRemoval!.Leavers, CancellationToken.None);
            }
            catch (DotdigitalException)
            {
                // It is over meanwhile.
                continue;
            }
        }
    }
}

using System.Diagnostics;
using Dotdigital.Sdk.Soak.Emulation;

namespace Dotdigital.Sdk.Soak.Clock;

/// <summary>Lets time pass on both sides: as soon as the engine has done what is due, or waits for the clock itself.</summary>
internal sealed class TimeDriver(SoakClock clock, EmulatorProcess emulator, RunsUnderWay runs)
{
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);

    /// <summary>How many looks in a row must find nothing under way: between the scheduler's look and the first trace of a run it asks the store.</summary>
    private const int Looks = 3;

    /// <summary>No part of a run takes so long without a wait: then something hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Lets so much time pass.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var end = clock.GetUtcNow() + time;
        while (clock.GetUtcNow() < end)
        {
            await UntilIdleAsync();
            var left = end - clock.GetUtcNow();
            var step = left < Step ? left : Step;
            if (clock.NextWait is { } wait && wait < step)
            {
                step = wait;
            }

            await AdvanceAsync(step);
        }
    }

    /// <summary>Lets the runs under way end; what they wait for passes.</summary>
    public async Task SettleAsync()
    {
        await UntilIdleAsync();
        while (runs.Count > 0)
        {
            if (clock.NextWait is { } wait)
            {
                await AdvanceAsync(wait);
            }

            await UntilIdleAsync();
        }
    }

    /// <summary>Both clocks, Dotdigital's first: what it dates is never later than we know.</summary>
    private async Task AdvanceAsync(TimeSpan by)
    {
        await emulator.AdvanceAsync(by);
        clock.Advance(by);
    }

    private async Task UntilIdleAsync()
    {
        var waiting = Stopwatch.StartNew();
        for (var idle = 0; idle < Looks && clock.NextWait is null; idle = runs.Count == 0 && clock.IsLookedAt ? idle + 1 : 0)
        {
            if (waiting.Elapsed > Patience)
            {
                throw new TimeoutException($"Nothing moves: {runs.Count} runs are under way at {clock.GetUtcNow():u}, and none waits for the clock.");
            }

            await Task.Delay(1);
        }
    }
}

using System.Globalization;
using Dotdigital.Sdk.Emulator.Faults;

namespace Dotdigital.Sdk.Integration.Quartz.Tests;

/// <summary>A history of a seed: processes of the host that work one after the other until each is killed, while people and marketers act.</summary>
internal sealed class KilledHistory
{
    private const int Kills = 6;

    /// <summary>A moment that does not come by then is not waited for: the process is killed whatever it does.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly int _seed;
    private readonly Random _random;
    private readonly int _people;
    private readonly int _rows;
    private readonly TimeSpan _delay;
    private readonly List<string> _happened = [];

    public KilledHistory(int seed)
    {
        (_seed, _random) = (seed, new Random(seed));
        (_people, _rows, _delay) = (_random.Next(50, 201), _random.Next(10, 51), TimeSpan.FromSeconds(_random.Next(3) == 0 ? 1 : 0));
    }

    /// <summary>What happened so far.</summary>
    public string Told => string.Create(CultureInfo.InvariantCulture, $"Seed {_seed}: {_people} customers, {_rows} a batch, imports take {_delay.TotalSeconds} s.\n  {string.Join("\n  ", _happened)}");

    /// <summary>Plays it.</summary>
    /// <returns>What does not hold at its end.</returns>
    public async Task<IReadOnlyList<string>> PlayAsync()
    {
        await using var bench = await ClusterBench.StartAsync(_people);
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = _delay };
        var shop = new KilledShop(bench, _random, _people);
        for (var kill = 0; kill < Kills; kill++)
        {
            await LiveAndDieAsync(bench, shop);
        }

        var last = Start(bench);
        var wrongs = await UntilQuietAsync(bench, shop, last);
        last.Kill();
        if (wrongs.Count > 0)
        {
            _happened.Add($"the last process wrote:\n{last.Output}");
        }

        return wrongs;
    }

    private async Task LiveAndDieAsync(ClusterBench bench, KilledShop shop)
    {
        var moment = (KillMoment)_random.Next(4);
        var after = _random.Next(moment is KillMoment.InWrite or KillMoment.AfterImport ? 3 : 40);
        var later = TimeSpan.FromMilliseconds(_random.Next(30));
        var acts = new Queue<int>(Enumerable.Range(0, _random.Next(4, 10)).Select(_ => _random.Next(after + 1)).Order());
        var hold = new Fault(FaultKind.Delay)
        {
            Method = moment == KillMoment.InWrite ? "POST" : null,
            After = after,
            Delay = TimeSpan.FromMinutes(1),
        };
        if (moment is KillMoment.InRequest or KillMoment.InWrite)
        {
            bench.Emulator.Faults.Add(hold);
        }

        var (requests, imports) = (Requests(bench), bench.Remote.Imports.Count);
        var worker = Start(bench);
        await UntilAsync("it has begun to work", () => Requests(bench) > requests || worker.HasExited, Limit);
        while (acts.TryDequeue(out var at))
        {
            await UntilAsync(null, () => Requests(bench) - requests >= at || hold.Hits > 0, Patience);
            _happened.Add(await shop.ActAsync());
        }

        var came = await UntilAsync(null, () => moment switch
        {
            KillMoment.AfterRequest => Requests(bench) - requests > after,
            KillMoment.AfterImport => bench.Remote.Imports.Count > imports + after,
            _ => hold.Hits > 0,
        }, Patience);
        if (moment == KillMoment.AfterRequest)
        {
            await Task.Delay(later, ClusterBench.Cancel);
        }

        worker.Kill();
        await worker.WaitForExitAsync(ClusterBench.Cancel);
        bench.Emulator.Faults.Clear();
        _happened.Add(string.Create(CultureInfo.InvariantCulture, $"killed {moment} {after}{(came ? string.Empty : ", which did not come")}, after {Requests(bench) - requests} requests and {bench.Remote.Imports.Count - imports} imports"));
        await shop.TellKnownOptOutsAsync();
    }

    /// <summary>Until nothing is wrong and two cycles later still is not, and nothing more was sent.</summary>
    private async Task<IReadOnlyList<string>> UntilQuietAsync(ClusterBench bench, KilledShop shop, WorkerProcess last)
    {
        using var limit = new CancellationTokenSource(Limit);
        IReadOnlyList<string> wrongs = [];
        while (!limit.IsCancellationRequested && !last.HasExited)
        {
            var (cycles, imports) = (bench.Cycles, bench.Remote.Imports.Count);
            wrongs = await shop.FindWrongsAsync();
            if (!await UntilAsync(null, () => bench.Cycles >= cycles + (wrongs.Count == 0 ? 3 : 1), Patience * 5))
            {
                return [.. wrongs, "The last process runs no cycles."];
            }

            if (wrongs.Count == 0 && (wrongs = await shop.FindWrongsAsync()).Count == 0 && bench.Remote.Imports.Count == imports)
            {
                return wrongs;
            }
        }

        return wrongs.Count > 0 ? wrongs : ["It is never quiet: something is sent in every cycle, or the last process ended."];
    }

    private static WorkerProcess Start(ClusterBench bench, int rows) =>
        bench.StartWorker("hosted", cycleSeconds: 1, leaseSeconds: 2, statusSeconds: 1, changesSeconds: 1, batchRows: rows);

    private WorkerProcess Start(ClusterBench bench) => Start(bench, _rows);

    private static int Requests(ClusterBench bench) => bench.Remote.RequestCounts.Sum(static request => request.Count);

    /// <param name="must">What cannot fail to come; null when it may.</param>
    /// <param name="isSo">Whether it has come.</param>
    /// <param name="limit">How long it is waited for.</param>
    private static async Task<bool> UntilAsync(string? must, Func<bool> isSo, TimeSpan limit)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ClusterBench.Cancel);
        end.CancelAfter(limit);
        while (!isSo())
        {
            if (end.IsCancellationRequested)
            {
                ClusterBench.Cancel.ThrowIfCancellationRequested();
                return must is null ? false : throw new TimeoutException($"Never so: {must}.");
            }

            await Task.Delay(1, CancellationToken.None);
        }

        return true;
    }
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>
/// Random histories of host edits, remote edits, settings, faults and kills; after quiet, both sides agree and no guarantee is broken. DOTDIGITAL_HISTORIES=N
/// plays N of them instead, half of them in memory, and DOTDIGITAL_STORED=N plays N in the store; DOTDIGITAL_SEED=S begins with seed S, so that DOTDIGITAL_HISTORIES=1 DOTDIGITAL_SEED=S plays
/// the one that failed. DOTDIGITAL_PROGRESS=FILE has a long run tell in a file how far it is.
/// </summary>
public sealed class RandomHistoriesTests(ITestOutputHelper output)
{
    private const int InMemory = 420;
    private const int InStore = 100;

    /// <summary>The same for everybody: who looks for more asks for other seeds.</summary>
    private const int FirstSeed = 60_400;

    private static readonly TimeSpan ShrinkFor = TimeSpan.FromMinutes(1);

    [Fact]
    public Task Design4_AnyHistory_EndsWithBothSidesInStep_AndNobodyMailedWhoSaidNo() => PlayAsync(inMemory: false);

    [Fact]
    public Task Design4_AnyHistoryInMemory_EndsWithBothSidesInStep_AndNobodyMailedWhoSaidNo() => PlayAsync(inMemory: true);

    private async Task PlayAsync(bool inMemory)
    {
        var stored = Number("DOTDIGITAL_STORED");
        var count = stored is not null ? (inMemory ? 0 : stored.Value) : Number("DOTDIGITAL_HISTORIES") is { } asked ? asked / 2 + (inMemory ? asked % 2 : 0) : inMemory ? InMemory : InStore;
        var first = Number("DOTDIGITAL_SEED") ?? FirstSeed;
        var most = Number("DOTDIGITAL_FAILURES") ?? 1;
        var progress = new HistoryProgress(inMemory ? "in memory" : "in the store", first, Environment.GetEnvironmentVariable("DOTDIGITAL_PROGRESS"));
        var failures = new ConcurrentBag<(int Seed, IReadOnlyList<string> Wrongs)>();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount), CancellationToken = enough.Token };
        try
        {
            await Parallel.ForEachAsync(Enumerable.Range(first, count), parallel, async (seed, token) =>
            {
                var wrongs = await HistoryGenerator.Make(seed, inMemory).PlayAsync(token);
                progress.Played(seed, wrongs);
                if (wrongs.Count > 0)
                {
                    failures.Add((seed, wrongs));
                    if (failures.Count >= most)
                    {
                        await enough.CancelAsync();
                    }
                }
            });
        }
        catch (OperationCanceledException) when (!failures.IsEmpty)
        {
            // One history that fails is enough to look at.
            Interlocked.MemoryBarrier();
        }

        output.WriteLine(progress.End());
        if (!failures.IsEmpty)
        {
            Assert.Fail(await ReportAsync(failures, inMemory));
        }
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static async Task<string> ReportAsync(IEnumerable<(int Seed, IReadOnlyList<string> Wrongs)> failures, bool inMemory)
    {
        var report = new StringBuilder();
        foreach (var (seed, wrongs) in failures.OrderBy(static failure => failure.Seed))
        {
            using var content = new CancellationTokenSource(ShrinkFor);
            var small = await HistoryShrinker.ShrinkAsync(HistoryGenerator.Make(seed, inMemory), async candidate => (await candidate.PlayAsync(CancellationToken.None)).Any(wrong => Kind(wrong) == Kind(wrongs[0])), content.Token);
            report.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"Seed {seed}{(inMemory ? ", in memory" : string.Empty)}:");
            foreach (var wrong in await small.PlayAsync(CancellationToken.None))
            {
                report.Append("  ").AppendLine(wrong);
            }

            report.AppendLine(small.ToCode());
        }

        return report.ToString();
    }

    /// <summary>The letter of the sentence that was broken.</summary>
    private static string Kind(string wrong) => wrong[..3];
}

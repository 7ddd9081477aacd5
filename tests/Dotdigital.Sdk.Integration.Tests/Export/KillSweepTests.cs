using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Export;

/// <summary>Rule 2 of the design: a kill at any commit, before or after it takes effect, loses nobody and nothing.</summary>
public sealed class KillSweepTests
{
    private const string Import = "ApiContactImport_ImportContactsToAddressBook";
    private const int Slices = 4;

    private static readonly Lazy<Task<(int Commits, int Imports)>> Undisturbed = new(static () => RunAsync(killAt: 0, afterCommit: false));

    public static TheoryData<int, bool> SlicesOfCommits()
    {
        var data = new TheoryData<int, bool>();
        for (var slice = 0; slice < Slices; slice++)
        {
            data.Add(slice, false);
            data.Add(slice, true);
        }

        return data;
    }

    /// <summary>Each slice tries a few commits, spread over the whole scenario; with DOTDIGITAL_LONG_TESTS=1 the slices try every commit there is.</summary>
    [Theory]
    [MemberData(nameof(SlicesOfCommits))]
    public async Task EX6_KillAtAnyCommit_BothSidesAgreeInTheEnd(int slice, bool afterCommit)
    {
        var (commits, imports) = await Undisturbed.Value;
        var stride = Environment.GetEnvironmentVariable("DOTDIGITAL_LONG_TESTS") is "1" ? Slices : Slices * 8;
        Assert.InRange(commits, 60, 400);
        for (var n = 1 + slice; n <= commits; n += stride)
        {
            var (_, withKill) = await RunAsync(n, afterCommit);
            Assert.True(withKill <= imports + 2, $"Killed at commit {n}: {withKill} imports instead of {imports}.");
        }
    }

    private static async Task<(int Commits, int Imports)> RunAsync(int killAt, bool afterCommit)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(25));
        await using var bench = await SyncBench.StartAsync(shop, static options => (options.MaxBatchRows, options.MaxRemovalRows) = (10, 2));
        bench.Kills.At(killAt, afterCommit);

        await SurviveAsync(bench, () => bench.CycleAsync());
        await SurviveAsync(bench, () => bench.WaitAndAskAsync());
        await SurviveAsync(bench, () => bench.CycleAsync());
        await SurviveAsync(bench, () => bench.WaitAndAskAsync());
        Change(shop, bench);
        await bench.ChangedAsync("000001", "000002", "000003", "000004", "000005");
        await SurviveAsync(bench, () => bench.ProcessChangesAsync());
        await SurviveAsync(bench, () => bench.CycleAsync());
        await SurviveAsync(bench, () => bench.WaitAndAskAsync());
        await SurviveAsync(bench, () => bench.CycleAsync());
        var commits = bench.Kills.Commits;
        bench.Kills.Revive();
        await bench.ProcessChangesAsync();
        await bench.RunUntilQuietAsync();

        await AssertAgreementAsync(shop, bench, $"killed {(afterCommit ? "after" : "before")} commit {killAt}");
        return (commits, bench.Remote.CountOf(Import));
    }

    private static void Change(Shop shop, SyncBench bench)
    {
        for (var i = 1; i <= 4; i++)
        {
            var id = $"00000{i}";
            shop[id] = shop[id] with { FirstName = $"Changed{i}", Points = i * 10.5m };
        }

        shop["000005"] = shop["000005"] with { Town = null, IsVip = false };
        shop["000010"] = shop["000010"] with { Email = "renamed10@example.com" };
        shop["000011"] = shop["000011"] with { Email = "Renamed11@Example.com" };
        shop["000014"] = shop["000014"] with { IsOptedOut = true };
        shop.Remove("000006");
        shop.Remove("000007");
        shop.Remove("000008");
        shop.Add(SyncBench.Customers(29).Skip(25));
        if (bench.Remote.Contact("c12@example.com") is { })
        {
            bench.Remote.Unsubscribe("c12@example.com", bench.Book());
        }
    }

    private static async Task SurviveAsync(SyncBench bench, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (AccountLeaseLostException) when (bench.Kills.IsDead)
        {
            await bench.RestartAsync();
        }
    }

    private static async Task AssertAgreementAsync(Shop shop, SyncBench bench, string why)
    {
        Assert.Empty(bench.Remote.Violations);
        var wanted = shop.Rows.Where(static row => !row.IsOptedOut).OrderBy(static row => row.Email!.ToLowerInvariant(), StringComparer.Ordinal).ToList();
        Assert.True(wanted.Select(static row => row.Email!.ToLowerInvariant()).SequenceEqual(bench.ReachableIn(), StringComparer.Ordinal), $"{why}: {string.Join(' ', bench.ReachableIn())}");
        foreach (var row in wanted)
        {
            var fields = bench.Remote.Contact(row.Email!)!.DataFields;
            Assert.Equal(row.FirstName, fields.GetValueOrDefault("FIRSTNAME"));
            Assert.Equal(row.Town, fields.GetValueOrDefault("TOWN"));
            Assert.Equal(row.Points, fields.GetValueOrDefault("POINTS"));
            Assert.Equal(row.IsVip, fields.GetValueOrDefault("VIP"));
            var membership = await bench.MembershipAsync(row.Email!.ToLowerInvariant());
            Assert.True(membership is { State.Kind: ExportState.Clean } && membership.ItemId == row.Id, $"{why}: {row.Id} is {membership?.State}");
        }

        Assert.Null(await bench.MembershipAsync("c6@example.com"));
        Assert.Null(bench.Remote.Contact("c10@example.com"));
        Assert.All(await bench.BatchesAsync(), static batch => Assert.True(batch.State is BatchState.Settled or BatchState.Lost, $"{batch.Id} {batch.State}"));
    }
}

using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.TwoWay;

/// <summary>A kill at any commit of a two-way scenario loses no edit of either side, and writes nothing older over something newer (rule 2 of the design, rule IM-4).</summary>
public sealed class TwoWayKillSweepTests
{
    private const int Slices = 4;

    private static readonly IReadOnlyList<MappingRow> Mapping =
    [
        new() { DataField = "FIRSTNAME", Fields = ["FirstName"], IsTwoWay = true },
        new() { DataField = "TOWN", Fields = ["Town"], IsTwoWay = true },
        new() { DataField = "POINTS", Fields = ["Points"], IsTwoWay = true },
        new() { DataField = "FULLNAME", Fields = ["FirstName", "Town"] },
    ];

    private static readonly Lazy<Task<int>> Undisturbed = new(static () => RunAsync(killAt: 0, afterCommit: false));

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
    public async Task IM4_KillAtAnyCommit_LosesNoEdit_AndWritesNothingOlderOverSomethingNewer(int slice, bool afterCommit)
    {
        var commits = await Undisturbed.Value;
        var stride = Environment.GetEnvironmentVariable("DOTDIGITAL_LONG_TESTS") is "1" ? Slices : Slices * 6;
        Assert.InRange(commits, 40, 400);
        for (var n = 1 + slice; n <= commits; n += stride)
        {
            await RunAsync(n, afterCommit);
        }
    }

    private static async Task<int> RunAsync(int killAt, bool afterCommit)
    {
        var why = $"killed {(afterCommit ? "after" : "before")} commit {killAt}";
        var shop = new Shop();
        shop.Add(SyncBench.Customers(12));
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers", Mapping) with { CreateEntities = true }], static options => options.MaxBatchRows = 5);
        await bench.RunUntilQuietAsync();
        bench.Wait(10);
        var before = bench.Kills.Commits;
        bench.Kills.At(killAt, afterCommit);

        bench.Remote.SetDataField("c1@example.com", "TOWN", "Paris");
        bench.Remote.SetDataField("c2@example.com", "POINTS", "222");
        shop["000002"] = shop["000002"] with { Town = "Berlin" };
        bench.Remote.SetDataField("c3@example.com", "TOWN", "Lyon");
        shop["000003"] = shop["000003"] with { Town = "Munich" };
        shop["000004"] = shop["000004"] with { FirstName = "Anna" };
        bench.Remote.AddContact("new@example.com", [bench.Book()], new Dictionary<string, string?>(StringComparer.Ordinal) { ["TOWN"] = "Nice" });
        await bench.ChangedAsync("000002", "000003", "000004");
        await SurviveAsync(bench, () => bench.ProcessChangesAsync());
        await SurviveAsync(bench, () => bench.CycleAsync());

        // The host's person edits again what Dotdigital's value reached, or was about to reach: theirs is the newer one.
        var reached = string.Equals(shop["000001"].Town, "Paris", StringComparison.Ordinal);
        if (reached)
        {
            shop["000001"] = shop["000001"] with { Town = "Rome" };
            await bench.ChangedAsync("000001");
        }

        // A marketer edits what travels.
        bench.Remote.SetDataField("c4@example.com", "TOWN", "Graz");
        await SurviveAsync(bench, () => bench.ProcessChangesAsync());
        await SurviveAsync(bench, () => bench.CycleAsync());
        await SurviveAsync(bench, () => bench.WaitAndAskAsync());
        await SurviveAsync(bench, () => bench.CycleAsync());
        var commits = bench.Kills.Commits - before;
        bench.Kills.Revive();
        await bench.ProcessChangesAsync();
        await bench.RunUntilQuietAsync();

        AssertSide(shop, bench, 1, reached ? "Rome" : "Paris", why);
        AssertSide(shop, bench, 2, "Berlin", why);
        AssertSide(shop, bench, 3, "Lyon", why);
        AssertSide(shop, bench, 4, "Graz", why);
        Assert.Equal((222m, 222m), (shop["000002"].Points, bench.Remote.Contact("c2@example.com")!.DataFields["POINTS"]));
        Assert.Equal("Anna Graz", bench.Remote.Contact("c4@example.com")!.DataFields["FULLNAME"]);
        Assert.True(shop.Rows.Count(static row => row.Email == "new@example.com") == 1, why);
        Assert.True(shop.Created.Count == 1, $"{why}: {shop.Created.Count} records were made.");
        Assert.Equal("Nice", shop.Rows.Single(static row => row.Email == "new@example.com").Town);
        Assert.Equal((0, 0), await bench.ReadAsync(static unit => unit.HostWrites.CountAsync(1, SyncBench.Cancel)));
        Assert.Empty(bench.Remote.Violations);
        return commits;
    }

    private static void AssertSide(Shop shop, SyncBench bench, int customer, string town, string why)
    {
        var host = shop[$"00000{customer}"].Town;
        var remote = bench.Remote.Contact($"c{customer}@example.com")!.DataFields["TOWN"];
        Assert.True(host == town && Equals(remote, town), $"{why}: customer {customer} has {host} in the host and {remote} in Dotdigital instead of {town}.");
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
}

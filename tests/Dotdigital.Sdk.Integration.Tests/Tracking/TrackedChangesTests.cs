using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Dotdigital.Sdk.Integration.Tracking;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Tracking;

/// <summary>Recorded changes become what is due, once, for exactly the items concerned (rule TR-3).</summary>
public sealed class TrackedChangesTests
{
    [Fact]
    public async Task TR3_RecordedChanges_RaiseExactlyThoseItems_AndAreDeleted()
    {
        var (bench, shop) = await StartAsync();
        await using var _ = bench;
        shop["000002"] = shop["000002"] with { FirstName = "Changed" };
        await bench.ChangedAsync("000002", "000002", "unknown");

        var report = Assert.Single(await bench.ProcessChangesAsync());

        Assert.True(report.IsSuccess);
        Assert.Equal(MembershipState.Due(ExportOperation.Update), (await bench.MembershipAsync("c2@example.com"))!.State);
        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("c1@example.com"))!.State);
        Assert.Empty(await bench.Store.Changes.ReadAsync(0, 10, SyncBench.Cancel));
        shop.ItemsRead.Clear();
        await bench.RunUntilQuietAsync();
        Assert.All(shop.ItemsRead, static id => Assert.Equal("000002", id));
        Assert.Equal("Changed", bench.Remote.Contact("c2@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task TR3_OneBadPath_IsSetAside_AndTheRestGoesOn()
    {
        var (bench, shop) = await StartAsync();
        await using var _ = bench;
        shop.Resolve = static (path, keys) => path == "Address" ? ["000003"] : throw new InvalidOperationException($"There is no path {path}.");
        await bench.Store.Changes.AppendAsync(
            [
                new FieldChange(0, "Customer", "Nowhere", "1"), new FieldChange(0, "Customer", "Nowhere", "2"),
                new FieldChange(0, "Customer", "Address", "9"), new FieldChange(0, "Customer", string.Empty, "000001"),
            ],
            SyncBench.Cancel);

        var report = Assert.Single(await bench.ProcessChangesAsync());

        Assert.True(report.IsSuccess);
        Assert.Equal(2, Assert.Single(report.Steps).SetAside);
        Assert.Equal(ExportState.Due, (await bench.MembershipAsync("c1@example.com"))!.State.Kind);
        Assert.Equal(ExportState.Clean, (await bench.MembershipAsync("c2@example.com"))!.State.Kind);
        Assert.Equal(ExportState.Due, (await bench.MembershipAsync("c3@example.com"))!.State.Kind);
        Assert.Empty(await bench.Store.Changes.ReadAsync(0, 10, SyncBench.Cancel));
    }

    [Fact]
    public async Task TR3_ACancelledRun_SetsNothingAside()
    {
        var (bench, shop) = await StartAsync();
        await using var _ = bench;
        using var kill = new CancellationTokenSource();
        shop.Resolve = (_, _) =>
        {
            kill.Cancel();
            throw new OperationCanceledException(kill.Token);
        };
        await bench.Store.Changes.AppendAsync([new FieldChange(0, "Customer", "Address", "9")], SyncBench.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.ProcessChangesAsync(kill.Token));

        Assert.Single(await bench.Store.Changes.ReadAsync(0, 10, SyncBench.Cancel));
    }

    [Fact]
    public async Task TR3_AHostThatDoesNotAnswerInTime_KeepsTheChangesRecorded()
    {
        var (bench, shop) = await StartAsync();
        await using var _ = bench;
        shop.Resolve = static (_, _) => throw new TimeoutException("The host's database is slow.");
        await bench.Store.Changes.AppendAsync([new FieldChange(0, "Customer", "Address", "9")], SyncBench.Cancel);

        Assert.Single(Assert.Single(await bench.ProcessChangesAsync()).Failures);
        Assert.Single(await bench.Store.Changes.ReadAsync(0, 10, SyncBench.Cancel));
        shop.Resolve = static (_, _) => ["000003"];
        await bench.ProcessChangesAsync();

        Assert.Empty(await bench.Store.Changes.ReadAsync(0, 10, SyncBench.Cancel));
        Assert.Equal(ExportState.Due, (await bench.MembershipAsync("c3@example.com"))!.State.Kind);
    }

    [Fact]
    public async Task TR3_ProcessedAgainAfterAKill_CostsAComparisonAndNothingElse()
    {
        var (bench, shop) = await StartAsync();
        await using var _ = bench;
        shop["000002"] = shop["000002"] with { FirstName = "Changed" };
        await bench.ChangedAsync("000002");
        await bench.ProcessChangesAsync();
        await bench.RunUntilQuietAsync();
        var sent = bench.Remote.CountOf("ApiContactImport_ImportContactsToAddressBook");
        await bench.ChangedAsync("000002");
        await bench.RestartAsync();
        await bench.ProcessChangesAsync();

        await bench.RunUntilQuietAsync();

        Assert.Equal(sent, bench.Remote.CountOf("ApiContactImport_ImportContactsToAddressBook"));
        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("c2@example.com"))!.State);
    }

    [Fact]
    public async Task TR3_WhileOneAccountIsBusy_ThePageStaysRecorded()
    {
        await using var bench = await StartWithSecondAsync(isConnected: true);
        await bench.ChangedAsync("000002");
        var lease = await bench.Store.Locks.TryAcquireAsync(Second, "another node", TimeSpan.FromHours(1), SyncBench.Cancel);

        var held = await bench.ProcessChangesAsync();
        Assert.Contains(held, static report => report.WasBusy);
        Assert.Single(await bench.Store.Changes.ReadAsync(0, 10, SyncBench.Cancel));
        await bench.Store.Locks.ReleaseAsync(lease!, SyncBench.Cancel);
        await bench.ProcessChangesAsync();

        Assert.Empty(await bench.Store.Changes.ReadAsync(0, 10, SyncBench.Cancel));
        Assert.Equal(ExportState.Due, (await bench.MembershipAsync("c2@example.com"))!.State.Kind);
    }

    /// <summary>With many accounts one or the other is always busy, and each that was asks for the job again: were all raised each time, they would keep each other busy with it.</summary>
    [Fact]
    public async Task TR3_WhileOneAccountIsBusy_TheOthersRaiseAPageOnce_AndWhatIsRecordedMeanwhile()
    {
        await using var bench = await StartWithSecondAsync(isConnected: true);
        await bench.ChangedAsync("000002");
        var lease = await bench.Store.Locks.TryAcquireAsync(Second, "another node", TimeSpan.FromHours(1), SyncBench.Cancel);
        Assert.Equal([(SyncBench.Id, false), (Second, true)], Ran(await bench.ProcessChangesAsync()));

        Assert.Equal([(Second, true)], Ran(await bench.ProcessChangesAsync()));
        await bench.ChangedAsync("000003");
        Assert.Equal([(SyncBench.Id, false), (Second, true)], Ran(await bench.ProcessChangesAsync()));
        Assert.Equal(ExportState.Due, (await bench.MembershipAsync("c3@example.com"))!.State.Kind);
        await bench.Store.Locks.ReleaseAsync(lease!, SyncBench.Cancel);
        Assert.Equal([(Second, false)], Ran(await bench.ProcessChangesAsync()));

        Assert.Empty(await bench.Store.Changes.ReadAsync(0, 10, SyncBench.Cancel));
        await bench.ChangedAsync("000002");
        Assert.Equal([(SyncBench.Id, false), (Second, false)], Ran(await bench.ProcessChangesAsync()));
    }

    [Fact]
    public async Task TR3_AnAccountWithoutAListOfSuchRecords_IsNotRun()
    {
        await using var bench = await StartWithSecondAsync(isConnected: false);
        await bench.ChangedAsync("000002");

        Assert.Equal([(SyncBench.Id, false)], Ran(await bench.ProcessChangesAsync()));

        Assert.Empty(await bench.Store.Changes.ReadAsync(0, 10, SyncBench.Cancel));
        Assert.Equal(ExportState.Due, (await bench.MembershipAsync("c2@example.com"))!.State.Kind);
    }

    [Fact]
    public async Task TR3_ChangesOfADisabledConnection_AreMadeUpForWhenItIsEnabledAgain()
    {
        var (bench, shop) = await StartAsync();
        await using var _ = bench;
        await EnableAsync(bench, false);
        shop["000002"] = shop["000002"] with { FirstName = "Meanwhile" };
        await bench.ChangeAsync("000002");
        Assert.Empty(await bench.Store.Changes.ReadAsync(0, 10, SyncBench.Cancel));

        await EnableAsync(bench, true);
        await bench.RunUntilQuietAsync();

        Assert.Equal("Meanwhile", bench.Remote.Contact("c2@example.com")!.DataFields["FIRSTNAME"]);
    }

    [Fact]
    public async Task TR1_AChangeThatCountsForAnotherAccount_RaisesNobodyHere()
    {
        var (bench, _) = await StartAsync();
        await using var __ = bench;
        await bench.Store.Changes.AppendAsync(
            [new FieldChange(0, "Customer", string.Empty, "000001") { Account = "other" }, new FieldChange(0, "Customer", string.Empty, "000002") { Account = "main" }],
            SyncBench.Cancel);

        await bench.ProcessChangesAsync();

        Assert.Equal(ExportState.Clean, (await bench.MembershipAsync("c1@example.com"))!.State.Kind);
        Assert.Equal(ExportState.Due, (await bench.MembershipAsync("c2@example.com"))!.State.Kind);
        Assert.Empty(await bench.Store.Changes.ReadAsync(0, 10, SyncBench.Cancel));
    }

    [Fact]
    public async Task TR3_100000Changes_AndARecordSharedBy50000_AreProcessedInPages()
    {
        var (bench, shop) = await StartAsync();
        await using var _ = bench;
        for (var page = 0; page < 20; page++)
        {
            await bench.ChangedAsync([.. Enumerable.Range(page * 5000, 5000).Select(static i => $"item{i}")]);
        }

        await bench.ChangedAsync("000001");
        await bench.Store.Changes.AppendAsync([new FieldChange(0, "Customer", "Address", "9")], SyncBench.Cancel);
        shop.Resolve = static (_, _) => [.. Enumerable.Range(0, 50_000).Select(static i => $"shared{i}"), "000003"];
        var commits = bench.Kills.Commits;

        var report = Assert.Single(await bench.ProcessChangesAsync());

        // A commit for each 5,000 items (21 pages of changes, 11 of the shared record's items), and one for each page's job state.
        Assert.Equal(53, bench.Kills.Commits - commits);
        Assert.Equal(100_002, report.Steps.Sum(static step => step.Read));
        Assert.Equal(ExportState.Due, (await bench.MembershipAsync("c1@example.com"))!.State.Kind);
        Assert.Equal(ExportState.Due, (await bench.MembershipAsync("c3@example.com"))!.State.Kind);
        Assert.Empty(await bench.Store.Changes.ReadAsync(0, 10, SyncBench.Cancel));
    }

    private static AccountId Second { get; } = new("second");

    private static IEnumerable<(AccountId Account, bool WasBusy)> Ran(IReadOnlyList<SyncReport> reports) =>
        reports.Select(static report => (report.Account, report.WasBusy)).OrderBy(static report => report.Account.Value, StringComparer.Ordinal);

    /// <summary>A settled account, and beside it another one whose list has the same records.</summary>
    private static async Task<SyncBench> StartWithSecondAsync(bool isConnected)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        var bench = await SyncBench.StartAsync(shop, static options => options.Accounts[Second.Value] = options.Accounts[SyncBench.Id.Value]);
        await bench.RunUntilQuietAsync();
        if (isConnected)
        {
            await using var unit = await bench.Store.BeginAsync(Second, SyncBench.Cancel);
            await unit.Connections.SaveAsync(new ConnectionRecord { Id = 0, ListName = "customers", AddressBookId = 1, ConnectedAt = bench.Emulator.Clock.GetUtcNow() }, SyncBench.Cancel);
            await unit.CommitAsync(SyncBench.Cancel);
        }

        return bench;
    }

    private static async Task EnableAsync(SyncBench bench, bool isEnabled)
    {
        await using var unit = await bench.Store.BeginAsync(SyncBench.Id, SyncBench.Cancel);
        var connection = Assert.Single(await unit.Connections.GetAllAsync(SyncBench.Cancel));
        await unit.Connections.SaveAsync(connection with { IsEnabled = isEnabled }, SyncBench.Cancel);
        await unit.CommitAsync(SyncBench.Cancel);
    }

    private static async Task<(SyncBench Bench, Shop Shop)> StartAsync()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        return (bench, shop);
    }
}

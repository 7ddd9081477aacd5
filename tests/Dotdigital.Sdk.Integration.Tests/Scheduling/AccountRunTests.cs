using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Scheduling;

/// <summary>Rules BL-1, BL-4, W-4 and CN-4, and what is told about wrong settings.</summary>
public sealed class AccountRunTests
{
    [Fact]
    public async Task BL1_BusyAccount_IsTold_AndTheRequestRemembered()
    {
        var (_, bench) = await StartAsync();
        await using var __ = bench;
        var lease = await bench.Store.Locks.TryAcquireAsync(SyncBench.Id, "another node", TimeSpan.FromMinutes(1), SyncBench.Cancel);

        var report = await bench.CycleAsync();

        Assert.True(report.WasBusy);
        Assert.False(report.IsSuccess);
        await Assert.ThrowsAsync<AccountBusyException>(() => PlanAsync(bench));
        await bench.Store.Locks.ReleaseAsync(lease!, SyncBench.Cancel);
        Assert.Equal([JobNames.Cycle], await bench.Store.Locks.TakeRequestsAsync(SyncBench.Id, SyncBench.Cancel));
        Assert.Empty(bench.Remote.Contacts);
    }

    [Fact]
    public async Task BL1_TwoEnginesOnOneStoreAtOnce_SendEveryContactOnce()
    {
        var (_, bench) = await StartAsync(500);
        await using var __ = bench;

        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => bench.CycleAsync())));

        Assert.Contains(reports, static report => report.WasBusy);
        Assert.Contains(reports, static report => report.IsSuccess);
        await bench.RunUntilQuietAsync();
        Assert.Equal(500, (await bench.BatchesAsync()).Sum(static batch => batch.MemberCount));
        Assert.Equal(500, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task W4_LeaseLostToAnotherRun_StoresNothingMore()
    {
        var (shop, bench) = await StartAsync(20);
        await using var __ = bench;
        await bench.SettleAsync();
        AccountLease? taken = null;
        shop.Add(SyncBench.Customers(25));
        shop.BeforeKeys = async () => taken ??= await TakeOverAsync(bench);

        await Assert.ThrowsAsync<AccountLeaseLostException>(() => bench.CycleAsync());

        Assert.NotNull(taken);
        Assert.Null(await bench.ContactAsync("c21@example.com"));
        Assert.True(await bench.Store.Locks.RenewAsync(taken, TimeSpan.FromSeconds(1), SyncBench.Cancel));
        shop.BeforeKeys = null;
        await bench.Store.Locks.ReleaseAsync(taken, SyncBench.Cancel);
        await bench.RunUntilQuietAsync();
        Assert.Equal(25, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task IM_HostThatCancelsByItself_FailsItsStepOnly()
    {
        var (shop, bench) = await StartAsync();
        await using var __ = bench;
        shop.BeforeKeys = static () => throw new TaskCanceledException("The host's database timed out.");

        var report = await bench.CycleAsync();

        Assert.Contains(report.Failures, static step => step is { Step: StepNames.StageKeys, Exception: TaskCanceledException });
        Assert.Contains(report.Steps, static step => step.Step == StepNames.DeliverEvents);
    }

    [Fact]
    public async Task CancelledRun_ThrowsCancellation_AndTheNextGoesOn()
    {
        var (shop, bench) = await StartAsync(30);
        await using var __ = bench;
        using var stop = new CancellationTokenSource();
        shop.BeforeKeys = stop.CancelAsync;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.Services.GetRequiredService<Integration.Scheduling.ISyncOrchestrator>().RunCycleAsync(SyncBench.Id, cancellationToken: stop.Token));

        shop.BeforeKeys = null;
        await bench.RunUntilQuietAsync();
        Assert.Equal(30, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task MP1_MappingThatDoesNotFit_NamesEveryFieldAndItsRemedy_AndOtherListsGoOn()
    {
        Shop good = new(), bad = new();
        good.Add(new ShopRow("g", "good@example.com", "Good"));
        bad.Add(new ShopRow("b", "bad@example.com", "Bad"));
        IReadOnlyList<MappingRow> mapping = [new() { DataField = "NOSUCH", Fields = ["FirstName"] }, new() { DataField = "POINTS", Fields = ["FirstName"] }, new() { DataField = "VIP", Fields = ["IsVip", "Town"] }];
        await using var bench = await SyncBench.StartAsync([bad.AsList("bad", "Bad", mapping), good.AsList("good", "Good")]);

        var report = await bench.CycleAsync();

        var error = Assert.IsType<MappingException>(Assert.Single(report.Failures).Exception);
        Assert.Equal("bad", error.List);
        Assert.Equal(3, error.Problems.Count);
        Assert.Contains(error.Problems, static problem => problem.Contains("NOSUCH", StringComparison.Ordinal) && problem.Contains("create it", StringComparison.Ordinal));
        Assert.Contains(error.Problems, static problem => problem.Contains("POINTS", StringComparison.Ordinal) && problem.Contains("map it to", StringComparison.Ordinal));
        Assert.Contains(error.Problems, static problem => problem.Contains("VIP", StringComparison.Ordinal));
        Assert.Equal(["good@example.com"], bench.ReachableIn("Good"));
        Assert.Empty(bench.ReachableIn("Bad"));
        var forecast = await PlanAsync(bench);
        Assert.Equal(error.Message, forecast.Lists.Single(static list => list.ListName == "bad").Problem);
    }

    [Fact]
    public async Task CN1_ReservedBook_IsRefusedByName()
    {
        var shop = new Shop();
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "all contacts")]);

        var report = await bench.CycleAsync();

        Assert.Contains(
            "cannot be connected to 'all contacts': Dotdigital keeps that address book for itself",
            Assert.IsType<MarketingListException>(Assert.Single(report.Failures).Exception).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownAndDisabledAccounts_AreTypedErrorsThatNameTheSetting()
    {
        var (_, bench) = await StartAsync();
        await using var __ = bench;
        var cycle = bench.Services.GetRequiredService<Integration.Scheduling.ISyncOrchestrator>();

        var unknown = await Assert.ThrowsAsync<UnknownAccountException>(() => cycle.RunCycleAsync(new AccountId("nobody"), cancellationToken: SyncBench.Cancel));

        Assert.Contains("Dotdigital:Accounts:nobody", unknown.Message, StringComparison.Ordinal);
        var (_, off) = await StartAsync(1, static options => options.Accounts["main"].IsEnabled = false);
        await using var ___ = off;
        var disabled = await Assert.ThrowsAsync<UnknownAccountException>(() => off.CycleAsync());
        Assert.Contains("Dotdigital:Accounts:main:IsEnabled", disabled.Message, StringComparison.Ordinal);
        Assert.IsAssignableFrom<DotdigitalException>(disabled);
    }

    [Fact]
    public async Task CN1_ListOfAnUnknownAccount_IsReportedByName()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(1));
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers") with { Account = new AccountId("mian") }]);

        var report = await bench.CycleAsync();

        var error = Assert.IsType<MarketingListException>(Assert.Single(report.Failures).Exception);
        Assert.Contains("Dotdigital:Accounts:mian", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CN4_Plan_CountsRight_ChangesNothing_AndSendsNothing()
    {
        var (shop, bench) = await StartAsync(10, static options => options.MaxBatchRows = 2);
        await using var __ = bench;
        await bench.SettleAsync();
        bench.Remote.AddContact("inbook@example.com", [bench.Book()]);
        bench.Remote.AddContact("optedout@example.com", [bench.Book()]);
        bench.Remote.Unsubscribe("optedout@example.com", bench.Book());
        await SyncBench.SucceedAsync(bench.ImportAsync());
        shop.Add(SyncBench.Customers(13).Skip(10));
        shop.Add(new ShopRow("x1", "inbook@example.com"), new ShopRow("x2", "optedout@example.com"), new ShopRow("x3", null), new ShopRow("x4", "c5@example.com"));
        shop.Remove("000001");
        shop.Remove("000002");
        shop["000003"] = shop["000003"] with { Email = "renamed@example.com" };
        await bench.ChangeAsync("000004");
        var before = await SnapshotAsync(bench);
        bench.Remote.ClearRequests();

        var list = Assert.Single((await PlanAsync(bench)).Lists);

        Assert.Equal((3, 0, 2, 1, 2, 1, 2, 15, 2), (list.ToAdd, list.ToUpdate, list.Unchanged, list.ToRename, list.ToRemove, list.OptedOut, list.SetAside.Values.Sum(), list.Items, list.Imports));
        Assert.Null(list.Problem);
        Assert.Equal(before, await SnapshotAsync(bench));
        Assert.Empty(bench.Remote.Requests);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal("InBatch", (await bench.MembershipAsync("c11@example.com"))!.State.Kind.ToString());
    }

    private static async Task<(Shop Shop, SyncBench Bench)> StartAsync(int customers = 5, Action<DotdigitalIntegrationOptions>? configure = null)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(customers));
        return (shop, await SyncBench.StartAsync(shop, configure));
    }

    private static Task<ExportForecast> PlanAsync(SyncBench bench) =>
        bench.Services.GetRequiredService<IExportOrchestrator>().PlanExportAsync(SyncBench.Id, cancellationToken: SyncBench.Cancel);

    private static async Task<AccountLease> TakeOverAsync(SyncBench bench)
    {
        // A new owner after the lease lapsed, as when this process was paused: the fence has risen.
        var held = await bench.Store.Locks.FindHolderAsync(SyncBench.Id, SyncBench.Cancel);
        return (await bench.Store.Locks.TakeOverAsync(held!.Lease, "another node", TimeSpan.FromMinutes(1), SyncBench.Cancel))!;
    }

    private static Task<string> SnapshotAsync(SyncBench bench) => bench.ReadAsync(static async unit =>
    {
        var memberships = await unit.Memberships.PageAsync(new MembershipFilter(), null, 1000, SyncBench.Cancel);
        var contacts = await unit.Contacts.PageAsync(0, 1000, SyncBench.Cancel);
        var connections = await unit.Connections.GetAllAsync(SyncBench.Cancel);
        return string.Join('\n', memberships.Cast<object>().Concat(contacts).Concat(connections));
    });
}

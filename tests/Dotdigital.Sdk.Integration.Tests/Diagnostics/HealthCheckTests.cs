using System.Text.Json;
using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Diagnostics;

/// <summary>What a host's health checks tell of the accounts, from the store alone.</summary>
public sealed class HealthCheckTests
{
    [Fact]
    public async Task AccountThatNeverRan_IsHealthyAtFirst_ThenDegraded_ThenUnhealthy()
    {
        await using var bench = await StartAsync(3);

        var early = await CheckAsync(bench);
        Assert.True(early.Status == HealthStatus.Healthy, early.Description);
        Assert.Equal("has not run yet", Data(early)["note"]);
        bench.Wait(21);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(bench)).Status);
        bench.Wait(2);
        var late = await CheckAsync(bench);
        Assert.Equal(HealthStatus.Degraded, late.Status);
        Assert.Contains("Account main: no cycle ever succeeded", late.Description, StringComparison.Ordinal);
        bench.Wait(38);
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(bench)).Status);
    }

    [Fact]
    public async Task AccountAddedLater_HasItsTimeFromThen()
    {
        await using var bench = await StartAsync(3);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await CheckAsync(bench);
        bench.Wait(70);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await SyncBench.SucceedAsync(bench.StatusAsync());

        bench.Services.GetRequiredService<IOptionsMonitor<DotdigitalIntegrationOptions>>().CurrentValue.Accounts["new"] =
            new AccountSettings { UserName = bench.Remote.UserName, Password = bench.Remote.Password, Endpoint = bench.Emulator.BaseAddress };

        var found = await CheckAsync(bench);
        Assert.Equal(HealthStatus.Healthy, found.Status);
        Assert.Equal("has not run yet", Data(found, "new")["note"]);
    }

    [Fact]
    public async Task LastSuccess_OlderThanThresholds_IsDegraded_ThenUnhealthy_AndACycleHeals()
    {
        await using var bench = await StartAsync(3);
        await bench.SettleAsync();
        var success = (await bench.ReadAsync(static unit => unit.JobStates.FindAsync(JobNames.Cycle, SyncBench.Cancel)))!.LastSuccessAt!.Value;

        bench.Emulator.Clock.Advance(success + TimeSpan.FromMinutes(21) - bench.Emulator.Clock.GetUtcNow());
        var fresh = await CheckAsync(bench);
        Assert.Equal(HealthStatus.Healthy, fresh.Status);
        Assert.Equal(success, Data(fresh)["lastSuccess"]);
        bench.Wait(2);
        Assert.Equal(HealthStatus.Degraded, (await CheckAsync(bench)).Status);
        bench.Wait(40);
        var old = await CheckAsync(bench);
        Assert.Equal(HealthStatus.Unhealthy, old.Status);
        Assert.Contains("no cycle succeeded since 2026-03-01", old.Description, StringComparison.Ordinal);
        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(bench)).Status);
    }

    [Fact]
    public async Task LongInterval_IsNotCalledUnhealthy_BetweenTwoCycles()
    {
        await using var bench = await StartAsync(3, options => options.Accounts["main"].Schedule.CycleInterval = TimeSpan.FromHours(6));
        await bench.SettleAsync();

        bench.Wait(17 * 60);

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(bench)).Status);
        bench.Wait(90);
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(bench)).Status);
    }

    [Fact]
    public async Task ImportAndExport_RunByThemselves_CountLikeACycle_OnlyTogether()
    {
        await using var bench = await StartAsync(3);
        await CheckAsync(bench);
        bench.Wait(61);
        await SyncBench.SucceedAsync(bench.ImportAsync());
        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync(bench)).Status);

        await SyncBench.SucceedAsync(bench.ExportAsync());

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(bench)).Status);
    }

    [Fact]
    public async Task AC1_RefusedCredentials_AreUnhealthyAtOnce_WithoutAddressOrSecret()
    {
        await using var bench = await StartAsync(3);
        await bench.SettleAsync();
        var fault = new Fault(FaultKind.ServerError) { Status = 401, Times = 1 };
        bench.Emulator.Faults.Add(fault);
        await Assert.ThrowsAsync<DotdigitalAuthenticationException>(() => bench.CycleAsync());

        var refused = await CheckAsync(bench);

        Assert.Equal(HealthStatus.Unhealthy, refused.Status);
        Assert.Contains("refuses its API user", refused.Description, StringComparison.Ordinal);
        Assert.Contains("refusedSince", Data(refused).Keys);
        var all = refused.Description + JsonSerializer.Serialize(refused.Data);
        Assert.DoesNotContain("@", all, StringComparison.Ordinal);
        Assert.DoesNotContain(bench.Remote.Password, all, StringComparison.Ordinal);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(bench)).Status);
    }

    [Fact]
    public async Task FailingCycles_AreToldWithTheirError_OnceTheyAreOld()
    {
        await using var bench = await StartAsync(3);
        await bench.SettleAsync();
        bench.Emulator.Faults.Add(new Fault(FaultKind.Refuse) { Times = null });
        await Assert.ThrowsAsync<DotdigitalTransportException>(() => bench.CycleAsync());
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(bench)).Status);

        bench.Wait(30);

        var failing = await CheckAsync(bench);
        Assert.Equal(HealthStatus.Degraded, failing.Status);
        Assert.Contains("1 failed in a row, the last with DotdigitalTransportException", failing.Description, StringComparison.Ordinal);
        Assert.Equal(1, Data(failing)["failures"]);
    }

    [Fact]
    public async Task OldOpenBatch_AndAStalledOne_AreDegraded()
    {
        await using var bench = await StartAsync(3);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Wait(59);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(bench)).Status);
        bench.Wait(2);
        var old = await CheckAsync(bench);
        Assert.Equal(HealthStatus.Degraded, old.Status);
        Assert.Contains("is not settled since", old.Description, StringComparison.Ordinal);
        Assert.Equal((1, 0), (Data(old)["openBatches"], Data(old)["stalledBatches"]));

        await WriteAsync(bench, static async unit =>
            await unit.Batches.SaveAsync((await unit.Batches.GetAsync([BatchState.Sent], SyncBench.Cancel)).Single() with { State = BatchState.Stalled }, SyncBench.Cancel));
        var stalled = await CheckAsync(bench);
        Assert.Equal(HealthStatus.Degraded, stalled.Status);
        Assert.Contains("1 batches stalled", stalled.Description, StringComparison.Ordinal);

        await SyncBench.SucceedAsync(bench.StatusAsync());
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(bench)).Status);
    }

    [Fact]
    public async Task EventsThatWereGivenUp_AreDegraded()
    {
        var handler = new RecordingHandler { Refuses = static _ => true };
        await using var bench = await StartAsync(3, extend: handler.AddTo);
        await bench.CycleAsync();
        await bench.WaitAndAskAsync();
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(bench)).Status);
        var waiting = await bench.ReadAsync(static unit => unit.Outbox.GetDueAsync(DateTimeOffset.MaxValue, 0, 10, SyncBench.Cancel));
        await WriteAsync(bench, unit => unit.Outbox.SaveAsync([waiting[0] with { SetAsideAt = waiting[0].CreatedAt }], SyncBench.Cancel));

        var found = await CheckAsync(bench);

        Assert.Equal((HealthStatus.Degraded, 1L), (found.Status, Data(found)["eventsSetAside"]));
        Assert.Contains("IOutboxInspector", found.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CN5_RemovalThatWaitsForAPerson_IsDegraded_UntilConfirmed()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(20));
        await using var bench = await SyncBench.StartAsync(shop, extend: AddHealth);
        await bench.SettleAsync();
        shop.Rows.ToList().ForEach(row => shop.Remove(row.Id));
        await SyncBench.SucceedAsync(bench.CycleAsync());

        var found = await CheckAsync(bench);

        Assert.Equal(HealthStatus.Degraded, found.Status);
        Assert.Contains("20 of 20 members of list 'customers' left", found.Description, StringComparison.Ordinal);
        await bench.Services.GetRequiredService<IConnectionService>().ConfirmRemovalAsync(SyncBench.Id, "customers", 20, SyncBench.Cancel);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(bench)).Status);
    }

    [Fact]
    public async Task DisabledAccount_IsLeftOut_AndTheWorstAccountCounts()
    {
        await using var bench = await StartAsync(3, options =>
        {
            options.Accounts["off"] = new AccountSettings { UserName = "off", Password = "off", IsEnabled = false };
            options.Accounts["idle"] = new AccountSettings { UserName = "idle", Password = "idle" };
        });
        await CheckAsync(bench);
        bench.Wait(30);
        await SyncBench.SucceedAsync(bench.CycleAsync());

        var found = await CheckAsync(bench);

        Assert.Equal(["idle", "main"], found.Data.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(HealthStatus.Degraded, found.Status);
        Assert.Equal(("Degraded", "Healthy"), (Data(found, "idle")["status"], Data(found)["status"]));
        Assert.DoesNotContain("main", found.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StoreThatWentAway_IsUnhealthy_InOurOwnWords()
    {
        await using var bench = await StartAsync(3);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await ExecuteAsync(bench, "ALTER TABLE dotdigital_job_states RENAME TO dotdigital_job_states_away");

        var found = await CheckAsync(bench);
        await ExecuteAsync(bench, "ALTER TABLE dotdigital_job_states_away RENAME TO dotdigital_job_states");

        Assert.Equal(HealthStatus.Unhealthy, found.Status);
        Assert.StartsWith("The store of the Dotdigital integration cannot be read (", found.Description, StringComparison.Ordinal);
        Assert.Null(found.Exception);
        Assert.DoesNotContain("job_states", found.Description, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(bench)).Status);
    }

    [Fact]
    public async Task Check_CallsNeitherDotdigitalNorTheHost()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop, extend: AddHealth);
        await bench.SettleAsync();
        var read = shop.ItemsRead.Count;
        shop.BreakKeysAfter = 0;
        bench.Emulator.Faults.Add(new Fault(FaultKind.Refuse) { Times = null });

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(bench)).Status);
        Assert.Equal(read, shop.ItemsRead.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(400)]
    public void Thresholds_OutOfRange_FailAtStart_WithTheirNames(int days)
    {
        var services = new ServiceCollection();
        services.AddHealthChecks().AddDotdigital(configure: options => options.BatchDegradedAfter = options.UnhealthyAfter = TimeSpan.FromDays(days));
        using var provider = services.BuildServiceProvider();

        var mistakes = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<DotdigitalHealthCheckOptions>>().Value).Failures.ToList();

        Assert.Contains(mistakes, static mistake => mistake.Contains("DotdigitalHealthCheckOptions.UnhealthyAfter", StringComparison.Ordinal));
        Assert.Contains(mistakes, static mistake => mistake.Contains("DotdigitalHealthCheckOptions.BatchDegradedAfter", StringComparison.Ordinal));
    }

    private static void AddHealth(DotdigitalIntegrationBuilder builder) => builder.Services.AddHealthChecks().AddDotdigital();

    private static Task<SyncBench> StartAsync(int customers, Action<DotdigitalIntegrationOptions>? configure = null, Action<DotdigitalIntegrationBuilder>? extend = null)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(customers));
        return SyncBench.StartAsync(shop, configure, builder =>
        {
            AddHealth(builder);
            extend?.Invoke(builder);
        });
    }

    private static async Task<HealthReportEntry> CheckAsync(SyncBench bench)
    {
        // The clock of what the host starts runs from its start: the bench starts none.
        _ = bench.Services.GetServices<IHostedService>().ToList();
        return (await bench.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(SyncBench.Cancel)).Entries["dotdigital"];
    }

    private static IReadOnlyDictionary<string, object> Data(HealthReportEntry entry, string account = "main") => (IReadOnlyDictionary<string, object>)entry.Data[account];

    private static async Task WriteAsync(SyncBench bench, Func<IUnitOfWork, Task> write)
    {
        await using var unit = await bench.Store.BeginAsync(SyncBench.Id, SyncBench.Cancel);
        await write(unit);
        await unit.CommitAsync(SyncBench.Cancel);
    }

    private static async Task ExecuteAsync(SyncBench bench, string statement)
    {
        await using var connection = bench.Connect();
        await connection.OpenAsync(SyncBench.Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(SyncBench.Cancel);
    }
}

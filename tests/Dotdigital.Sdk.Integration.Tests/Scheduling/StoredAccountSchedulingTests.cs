using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Tests.Accounts;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Scheduling;

/// <summary>BEHAVIOUR section 2: "at once when an account is enabled", and all intervals for each account, also of stored ones.</summary>
public sealed class StoredAccountSchedulingTests
{
    private static readonly AccountId Shop = new("shop");

    [Fact]
    public async Task Scheduler_RunsAnAccountAddedElsewhere_ByItsOwnInterval_UntilItIsDisabled()
    {
        var keys = Directory.CreateTempSubdirectory("dotdigital-keys-");
        await using var bench = await SyncBench.StartAsync([], clockSpeed: 0);
        await using var web = AccountNode.Start(bench, keys);
        await using var worker = AccountNode.Start(bench, keys, static options => options.CycleInterval = TimeSpan.FromDays(1), static builder => builder.AddScheduler());
        var hosted = worker.Get<IEnumerable<IHostedService>>().ToList();
        foreach (var service in hosted)
        {
            await service.StartAsync(SyncBench.Cancel);
        }

        var settings = AccountNode.SettingsOf(bench);
        settings.Schedule.CycleInterval = TimeSpan.FromMinutes(1);
        await web.Accounts.AddAsync(Shop, settings, SyncBench.Cancel);
        await UntilAsync(bench, () => Cycles(bench) >= 4);

        await web.Accounts.SetEnabledAsync(Shop, false, SyncBench.Cancel);
        await PassAsync(bench, TimeSpan.FromMinutes(5));
        var last = Cycles(bench);
        await PassAsync(bench, TimeSpan.FromMinutes(5));
        Assert.Equal(last, Cycles(bench));

        foreach (var service in hosted)
        {
            await service.StopAsync(SyncBench.Cancel);
        }

        keys.Delete(recursive: true);
    }

    private static int Cycles(SyncBench bench) => bench.Remote.CountOf("ApiAccount_GetServerTime");

    private static Task PassAsync(SyncBench bench, TimeSpan time)
    {
        var end = bench.Emulator.Clock.GetUtcNow() + time;
        return UntilAsync(bench, () => bench.Emulator.Clock.GetUtcNow() >= end);
    }

    private static async Task UntilAsync(SyncBench bench, Func<bool> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!isSo())
        {
            Assert.True(await timer.WaitForNextTickAsync(limit.Token));
            bench.Emulator.Clock.Advance(TimeSpan.FromSeconds(2));
        }
    }
}

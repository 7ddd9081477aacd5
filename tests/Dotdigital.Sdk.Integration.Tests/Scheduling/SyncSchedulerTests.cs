using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Scheduling;

/// <summary>BEHAVIOUR section 2: the hosted scheduler, on a clock that only moves when told.</summary>
public sealed class SyncSchedulerTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Scheduler_RunsAtOnce_ThenByInterval_AndRemembersRequests_WhateverAnotherAccountDoes()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(5));
        await using var bench = await SyncBench.StartAsync(
            [shop.AsList("customers", "Customers")],
            static options => options.Accounts["broken"] = new AccountSettings { UserName = "apiuser-nobody@apiconnector.com", Password = "wrong", Endpoint = options.Accounts["main"].Endpoint },
            static builder => builder.AddScheduler(),
            clockSpeed: 0);
        var hosted = bench.Services.GetServices<IHostedService>().ToList();
        foreach (var service in hosted)
        {
            await service.StartAsync(SyncBench.Cancel);
        }

        await UntilAsync(bench, () => bench.Remote.Contacts.Count == 5 && Cycles(bench) == 1, TimeSpan.Zero);
        var second = bench.Emulator.Clock.GetUtcNow();
        await UntilAsync(bench, () => Cycles(bench) == 2, TimeSpan.FromSeconds(5));
        Assert.InRange(bench.Emulator.Clock.GetUtcNow() - second, TimeSpan.FromMinutes(3.5), TimeSpan.FromMinutes(10));
        await UntilAsync(bench, () => bench.Remote.Requests.Any(static request => request.PathAndQuery.Contains("/contacts/import/", StringComparison.OrdinalIgnoreCase)), TimeSpan.FromSeconds(5));

        var cycles = Cycles(bench);
        var asked = bench.Emulator.Clock.GetUtcNow();
        await bench.Store.Locks.RequestAsync(SyncBench.Id, JobNames.Cycle, SyncBench.Cancel);
        await UntilAsync(bench, () => Cycles(bench) > cycles, TimeSpan.FromSeconds(1));
        Assert.InRange(bench.Emulator.Clock.GetUtcNow() - asked, TimeSpan.Zero, TimeSpan.FromMinutes(2));

        foreach (var service in hosted)
        {
            await service.StopAsync(SyncBench.Cancel);
        }

        Assert.Equal(5, bench.ReachableIn().Count);
    }

    private static int Cycles(SyncBench bench) => bench.Remote.Requests.Count(static request => request.PathAndQuery.Contains("server-time", StringComparison.OrdinalIgnoreCase));

    private static async Task UntilAsync(SyncBench bench, Func<bool> isSo, TimeSpan step)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!isSo())
        {
            Assert.True(await timer.WaitForNextTickAsync(limit.Token));
            bench.Emulator.Clock.Advance(step);
        }
    }
}

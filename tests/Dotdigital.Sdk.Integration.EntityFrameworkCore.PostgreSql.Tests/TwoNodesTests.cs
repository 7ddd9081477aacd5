using System.Globalization;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Accounts;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Dotdigital.Sdk.Integration.Tracking;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Tests;

/// <summary>Two nodes of a host on one database, each running the jobs of every account at the same time as the other.</summary>
public sealed class TwoNodesTests
{
    private const string Import = "ApiContactImport_ImportContactsToAddressBook";
    private const int Rounds = 4;

    private static readonly AccountId Other = new("other");

    [Fact]
    public async Task BL1_BL2_TwoNodesRacingForTheSameAndForDifferentAccounts_SendNoBatchTwice_AndLoseNothing()
    {
        var (customers, guests) = (new Shop(), new Shop());
        customers.Add(SyncBench.Customers(40));
        guests.Add(SyncBench.Customers(40));
        await using var main = await SyncBench.StartAsync(customers);
        await using var other = await SyncBench.StartAsync(guests);
        await using var first = Start(main, other, customers, guests);
        await using var second = Start(main, other, customers, guests);
        AccountNode[] nodes = [first, second];

        for (var round = 1; round <= Rounds; round++)
        {
            for (var i = 1; i <= 10; i++)
            {
                var id = ((round * 5) + i).ToString("D6", CultureInfo.InvariantCulture);
                customers[id] = customers[id] with { FirstName = $"Main{round}" };
                guests[id] = guests[id] with { FirstName = $"Other{round}" };
            }

            await main.Store.Changes.AppendAsync(
                [.. Enumerable.Range(1, 10).Select(i => new FieldChange(0, "Customer", string.Empty, ((round * 5) + i).ToString("D6", CultureInfo.InvariantCulture)))], SyncBench.Cancel);
            await RaceAsync(nodes, static (node, account) => node.Get<ISyncOrchestrator>().RunCycleAsync(account, null, null, SyncBench.Cancel));
            main.Wait(10);
            other.Wait(10);
            await Task.WhenAll(nodes.Select(static node => node.Get<ITrackedChangeProcessor>().RunAsync(null, SyncBench.Cancel)));
            await RaceAsync(nodes, static (node, account) => node.Get<IExportStatusOrchestrator>().RunAsync(account, null, null, SyncBench.Cancel));
        }

        for (var i = 0; i < 3; i++)
        {
            await first.Get<ITrackedChangeProcessor>().RunAsync(null, SyncBench.Cancel);
            foreach (var account in new[] { SyncBench.Id, Other })
            {
                await SyncBench.SucceedAsync(first.Get<ISyncOrchestrator>().RunCycleAsync(account, null, null, SyncBench.Cancel));
                main.Wait(10);
                other.Wait(10);
                await SyncBench.SucceedAsync(first.Get<IExportStatusOrchestrator>().RunAsync(account, null, null, SyncBench.Cancel));
            }
        }

        await AssertAsync(main, SyncBench.Id, first.Store, customers);
        await AssertAsync(other, Other, first.Store, guests);
    }

    /// <summary>Every node runs the job of every account at once: of each account one does, the other is told that it is busy.</summary>
    private static async Task RaceAsync(AccountNode[] nodes, Func<AccountNode, AccountId, Task<SyncReport>> job)
    {
        var reports = await Task.WhenAll(nodes.SelectMany(node => new[] { SyncBench.Id, Other }.Select(account => Task.Run(() => job(node, account), SyncBench.Cancel))));
        Assert.Empty(reports.SelectMany(static report => report.Failures).Select(static step => $"{step.Step}: {step.Exception}"));
        Assert.All(reports.GroupBy(static report => report.Account), static runs => Assert.Contains(runs, static run => !run.WasBusy));
    }

    private static async Task AssertAsync(SyncBench bench, AccountId account, ISyncStore store, Shop shop)
    {
        await using var unit = await store.BeginAsync(account, SyncBench.Cancel);
        var batches = await unit.Batches.GetAsync([], SyncBench.Cancel);
        Assert.All(batches, static batch => Assert.Equal(BatchState.Settled, batch.State));
        Assert.Equal(batches.Count, bench.Remote.CountOf(Import));
        Assert.Equal(batches.Count, batches.Select(static batch => batch.ImportId).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(40, bench.ReachableIn().Count);
        Assert.All(shop.Rows, row => Assert.Equal(row.FirstName, bench.Remote.Contact(row.Email!)!.DataFields["FIRSTNAME"]));
        Assert.Empty(bench.Remote.Violations);
    }

    private static AccountNode Start(SyncBench main, SyncBench other, Shop customers, Shop guests) => AccountNode.Start(
        main,
        keys: null,
        options =>
        {
            options.Accounts["main"] = AccountNode.SettingsOf(main);
            options.Accounts["other"] = AccountNode.SettingsOf(other);
        },
        builder =>
        {
            builder.AddMarketingList(customers.AsList("customers", "Customers"));
            builder.AddMarketingList(guests.AsList("guests", "Customers") with { Account = Other });
        });
}

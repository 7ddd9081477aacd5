using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Storage;

/// <summary>What is over is forgotten after the retention, and what something depends on is not.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task Retention_ForgetsOldEndedBatches_AndKeepsMembersOptOutsAndOpenBatches()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        bench.Remote.Unsubscribe("c1@example.com", bench.Book());
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Wait(29 * 24 * 60);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.NotEmpty(await bench.BatchesAsync());
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.FromDays(60) };
        shop["000002"] = shop["000002"] with { FirstName = "Travels" };
        await bench.ChangeAsync("000002");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        bench.Wait(2 * 24 * 60);

        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Equal(BatchState.Sent, Assert.Single(await bench.BatchesAsync()).State);
        Assert.Equal(ExportState.InBatch, (await bench.MembershipAsync("c2@example.com"))!.State.Kind);
        Assert.NotNull(await bench.MembershipAsync("c3@example.com"));
        Assert.NotNull(await bench.OptOutOfAsync("000001"));
    }

    [Fact]
    public async Task CN2_Retention_KeepsAnEndedConnectionsMembers_WhoseOptOutsGoOn_AndForgetsThoseOfAGoneBook()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Remote.CreateAddressBook("Another");
        await bench.SettleAsync();
        var book = bench.Book();
        await bench.Services.GetRequiredService<IConnectionService>().DisconnectAsync(SyncBench.Id, "customers", MembersOnDisconnect.Leave, SyncBench.Cancel);
        bench.Wait(32 * 24 * 60);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        shop["000002"] = shop["000002"] with { IsOptedOut = true };
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.DoesNotContain("c2@example.com", bench.ReachableIn());

        bench.Remote.DeleteAddressBook(book);
        bench.Wait(24 * 60);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        var contact = (await bench.ContactAsync("c1@example.com"))!;
        Assert.NotEmpty(await bench.ReadAsync(unit => unit.Memberships.FindByContactAsync([contact.Id], SyncBench.Cancel)));
        bench.Wait(32 * 24 * 60);
        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.Empty(await bench.ReadAsync(unit => unit.Memberships.FindByContactAsync([contact.Id], SyncBench.Cancel)));
        Assert.NotNull(await bench.OptOutOfAsync("000002"));
    }
}

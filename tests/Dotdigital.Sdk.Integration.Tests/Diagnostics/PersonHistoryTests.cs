using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.OptOuts;
using Dotdigital.Sdk.Integration.Privacy;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Diagnostics;

/// <summary>What happened to a person, from what is stored.</summary>
public sealed class PersonHistoryTests
{
    [Fact]
    public async Task History_TellsTheBatchThatCarriesAPerson_AndLaterHowItEnded()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await SyncBench.SucceedAsync(bench.CycleAsync());

        var travelling = Assert.Single((await ReadAsync(bench, 1)).Events);
        await bench.WaitAndAskAsync();
        await SyncBench.SucceedAsync(bench.CycleAsync());
        var ended = (await ReadAsync(bench, 1)).Events;
        shop["000001"] = shop["000001"] with { FirstName = "Changed" };
        await bench.ChangeAsync("000001");
        await bench.RunUntilQuietAsync();
        var again = Assert.Single((await ReadAsync(bench, 1)).Events, static happened => happened.Kind == PersonEventKind.Batch);

        Assert.Equal((PersonEventKind.Batch, BatchState.Sent, 3, "customers", "000001"), (travelling.Kind, travelling.Batch!.State, travelling.Batch.MemberCount, travelling.ListName, travelling.ItemId));
        var batch = Assert.Single(ended, static happened => happened.Kind == PersonEventKind.Batch);
        Assert.Equal((travelling.BatchId, BatchState.Settled, "Finished"), (batch.BatchId, batch.Batch!.State, batch.Code));
        Assert.Equal(batch.Batch.SettledAt, batch.At);
        Assert.Contains(ended, static happened => happened.Kind == PersonEventKind.Subscribed);
        Assert.Equal((1, "Finished"), (again.Batch!.MemberCount, again.Code));
        Assert.True(again.BatchId > batch.BatchId);
    }

    [Fact]
    public async Task History_TellsOptOuts_OfBothSides_AndWhatTheHostIsStillToBeTold()
    {
        var shop = new Shop { RefusesWrites = true };
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        bench.Remote.Unsubscribe("c1@example.com", bench.Book());
        bench.Remote.Suppress("c2@example.com");
        await bench.Services.GetRequiredService<ISubscriptionService>().OptOutAsync(SyncBench.Id, "customers", "000003", "c3@example.com", SyncBench.Cancel);
        await bench.CycleAsync();

        var first = (await ReadAsync(bench, 1)).Events;
        var second = (await ReadAsync(bench, 2)).Events;
        var third = (await ReadAsync(bench, 3)).Events;

        Assert.Contains(first, static happened => happened is { Kind: PersonEventKind.LeftAddressBook, Subject: "Customers", Code: "Unsubscribed", At: not null });
        Assert.Contains(first, static happened => happened is { Kind: PersonEventKind.ItemOptedOut, ItemId: "000001", IsOfHost: false });
        Assert.Contains(first, static happened => happened is { Kind: PersonEventKind.EventToHost, Code: "ContactOptedOut", Detail: not null });
        Assert.Contains(second, static happened => happened is { Kind: PersonEventKind.LeftAccount, Code: "Suppressed" });
        Assert.Contains(third, static happened => happened is { Kind: PersonEventKind.ItemOptedOut, ItemId: "000003", IsOfHost: true });
        Assert.All(first.Concat(second).Concat(third), static happened => Assert.DoesNotContain("@", happened.Detail ?? string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public async Task History_TellsWhatWasSetAside_HereAndByDotdigital()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        shop["000001"] = shop["000001"] with { FirstName = new string('x', 2000) };
        shop.Add(new ShopRow("twin", "c2@example.com"));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();

        Assert.Contains((await ReadAsync(bench, 1)).Events, static happened => happened is { Kind: PersonEventKind.SetAside, Code: SetAsideReason.MisfitValue, Detail: not null, ItemId: "000001" });
        Assert.Contains((await ReadAsync(bench, 2)).Events, static happened => happened is { Kind: PersonEventKind.SetAside, Code: SetAsideReason.DuplicateEmail, ItemId: "twin", At: not null });
    }

    [Fact]
    public async Task EX6_History_TellsOfABatchWhoseAnswerWasLost()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(1));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Emulator.Faults.Add(new Fault(FaultKind.DropAfterAccept) { Operation = "/v2/address-books/*/contacts/import" });
        await bench.CycleAsync();

        var lost = Assert.Single((await ReadAsync(bench, 1)).Events, static happened => happened.Batch is { State: BatchState.Lost });

        Assert.Equal("Lost", lost.Code);
        Assert.NotNull(lost.Detail);
    }

    [Fact]
    public async Task History_TellsCampaigns_NewestFirst_AndIsPaged()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        for (var i = 1; i <= 4; i++)
        {
            bench.Wait(1);
            var campaign = bench.Remote.CreateCampaign($"Mailing {i}");
            bench.Remote.SendCampaign(campaign, bench.Book());
            for (var open = 0; open < i; open++)
            {
                bench.Remote.Open(campaign, "c1@example.com");
            }
        }

        bench.Wait(70);
        await SyncBench.SucceedAsync(bench.CycleAsync(new RunOptions { Force = true }));

        var all = await ReadAsync(bench, 1);
        var page = await ReadAsync(bench, 1, new PersonHistoryQuery { Skip = 1, Take = 2 });

        var sent = all.Events.Where(static happened => happened.Kind == PersonEventKind.Campaign).ToList();
        Assert.Equal(["Mailing 4", "Mailing 3", "Mailing 2", "Mailing 1"], sent.Select(static happened => happened.Subject));
        Assert.Equal([4, 3, 2, 1], sent.Select(static happened => happened.Activity!.Opens));
        Assert.Equal(all.Events.OrderByDescending(static happened => happened.At).Select(static happened => happened.At), all.Events.Select(static happened => happened.At));
        Assert.Equal((all.Total, 2), (page.Total, page.Events.Count));
        Assert.Equal(all.Events.Skip(1).Take(2).Select(static happened => happened.Subject), page.Events.Select(static happened => happened.Subject));
    }

    [Fact]
    public async Task History_OfABatchThatRetentionForgot_KeepsItsId()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(1));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        bench.Emulator.Clock.Advance(TimeSpan.FromDays(40));
        await bench.CycleAsync();

        var batch = Assert.Single((await ReadAsync(bench, 1)).Events, static happened => happened.Kind == PersonEventKind.Batch);

        Assert.NotNull(batch.BatchId);
        Assert.Null(batch.Batch);
    }

    [Fact]
    public async Task PR1_AForgottenOrUnknownPerson_HasNoHistory_AndWhatIsNoAddressIsRefused()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(1));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        await bench.Services.GetRequiredService<IPrivacyService>().ForgetPersonAsync("c1@example.com", null, SyncBench.Cancel);
        await bench.CycleAsync();
        var reader = bench.Services.GetRequiredService<IPersonHistoryReader>();

        Assert.DoesNotContain((await ReadAsync(bench, 1)).Events, static happened => happened.Kind is not PersonEventKind.SetAside);
        Assert.Equal(0, (await ReadAsync(bench, 99)).Total);
        await Assert.ThrowsAsync<UnknownAccountException>(() => reader.GetHistoryAsync(new AccountId("other"), "c1@example.com", null, SyncBench.Cancel));
        var wrong = await Assert.ThrowsAsync<ArgumentException>(() => reader.GetHistoryAsync(SyncBench.Id, "not an address", null, SyncBench.Cancel));
        Assert.DoesNotContain("not an address", wrong.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => reader.GetHistoryAsync(SyncBench.Id, "c1@example.com", new PersonHistoryQuery { Take = 501 }, SyncBench.Cancel));
    }

    private static Task<PersonHistory> ReadAsync(SyncBench bench, int customer, PersonHistoryQuery? query = null) =>
        bench.Services.GetRequiredService<IPersonHistoryReader>().GetHistoryAsync(SyncBench.Id, $"C{customer}@Example.com", query, SyncBench.Cancel);
}

using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.OptOuts;
using Dotdigital.Sdk.Integration.Privacy;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Diagnostics;

/// <summary>Why someone is or is not exported, from what is stored.</summary>
public sealed class ContactExplainerTests
{
    [Fact]
    public async Task Explain_SaysWhereAPersonStands_OnTheWayToDotdigital()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        shop.Add(new ShopRow("twin", "c1@example.com"));
        await using var bench = await SyncBench.StartAsync(shop);
        Assert.Equal(ContactExportReason.NotConnected, (await ExplainAsync(bench, 1)).Reason);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        var batch = await ExplainAsync(bench, 1);
        Assert.Equal((ContactExportReason.InBatch, 1L, "000001"), (batch.Reason, batch.BatchId!.Value, batch.ItemId));
        Assert.Equal(["twin"], batch.DuplicateItemIds);
        await bench.WaitAndAskAsync();
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await bench.RunUntilQuietAsync();

        Assert.Equal(ContactExportReason.InStep, (await ExplainAsync(bench, 1)).Reason);
        Assert.Equal(ContactExportReason.NotInList, (await ExplainAsync(bench, 99)).Reason);
        shop["000002"] = shop["000002"] with { FirstName = "Changed" };
        await bench.ChangeAsync("000002");
        var due = await ExplainAsync(bench, 2);
        Assert.Equal((ContactExportReason.Due, "Update"), (due.Reason, due.Code));
        Assert.DoesNotContain("@", due.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_SaysWhoOptedOut_WhoIsWithheld_AndWhoIsForgotten()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(6));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        bench.Remote.Suppress("c1@example.com");
        bench.Remote.Unsubscribe("c2@example.com", bench.Book());
        bench.Remote.Suppress("c3@example.com", EmulatedStatus.HardBounced);
        bench.Remote.Suppress("c5@example.com", EmulatedStatus.PendingOptIn);
        bench.Wait(5);
        await bench.Services.GetRequiredService<ISubscriptionService>().OptOutAsync(SyncBench.Id, "customers", "000004", "c4@example.com", SyncBench.Cancel);
        await bench.Services.GetRequiredService<IPrivacyService>().ForgetPersonAsync("c6@example.com", null, SyncBench.Cancel);
        await bench.CycleAsync();

        var reasons = new List<ContactExportReason>();
        for (var i = 1; i <= 6; i++)
        {
            reasons.Add((await ExplainAsync(bench, i)).Reason);
        }

        Assert.Equal(
            [ContactExportReason.OptedOut, ContactExportReason.OptedOut, ContactExportReason.Undeliverable, ContactExportReason.OptedOutInHost, ContactExportReason.Withheld, ContactExportReason.Forgotten],
            reasons);
    }

    [Fact]
    public async Task Explain_SaysWhatIsWrongWithTheListOrTheAccount()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        IReadOnlyList<MappingRow> broken = [new() { DataField = "NOSUCH", Fields = ["FirstName"] }];
        await using var bench = await SyncBench.StartAsync([shop.AsList("customers", "Customers", broken)]);
        await bench.CycleAsync();
        Assert.Equal(ContactExportReason.MappingBroken, (await ExplainAsync(bench, 1)).Reason);

        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Status = 401 });
        await Assert.ThrowsAsync<DotdigitalAuthenticationException>(() => bench.CycleAsync());
        Assert.Equal(ContactExportReason.AccountRefused, (await ExplainAsync(bench, 1)).Reason);

        bench.Remote.DeleteAddressBook(bench.Book());
        bench.Remote.CreateAddressBook("Another");
        await bench.CycleAsync();
        Assert.Equal(ContactExportReason.BookGone, (await ExplainAsync(bench, 1)).Reason);
    }

    [Fact]
    public async Task Explain_SaysWhyARowWasSetAside()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        shop["000001"] = shop["000001"] with { FirstName = new string('x', 2000) };
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.CycleAsync();

        var found = await ExplainAsync(bench, 1);

        Assert.Equal((ContactExportReason.Faulted, SetAsideReason.MisfitValue), (found.Reason, found.Code));
        Assert.Contains("FIRSTNAME", found.Detail, StringComparison.Ordinal);
    }

    private static async Task<ListExplanation> ExplainAsync(SyncBench bench, int customer) =>
        Assert.Single((await bench.Services.GetRequiredService<IContactExplainer>().ExplainContactAsync(SyncBench.Id, $"c{customer}@example.com", SyncBench.Cancel)).Lists);
}

using System.Text;
using System.Text.Json;
using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.OptOuts;
using Dotdigital.Sdk.Integration.Privacy;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Privacy;

/// <summary>Rules PR-1 and PR-2.</summary>
public sealed class ForgetPersonTests
{
    private const string Ada = "c1@example.com";

    [Fact]
    public async Task PR1_AForgottenPerson_LeavesNothingButAHash_AndIsNeitherStoredNorExportedAgain()
    {
        var (shop, bench) = await StartAsync(3);
        await using var _ = bench;
        var campaign = bench.Remote.CreateCampaign("Spring");
        bench.Remote.SendCampaign(campaign, bench.Book());
        bench.Remote.Open(campaign, Ada);
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.CycleAsync(new RunOptions { Force = true }));
        var remoteId = (await bench.ContactAsync(Ada))!.RemoteId!.Value;

        var result = Assert.Single(await Service(bench).ForgetPersonAsync(" C1@Example.com ", null, SyncBench.Cancel));

        Assert.Equal((ForgetOutcome.Erased, null), (result.Outcome, result.Detail));
        await AssertNothingOfAsync(bench, Ada);
        bench.Remote.SetDataField(Ada, "TOWN", "Elsewhere");
        bench.Remote.Open(campaign, Ada);
        bench.Remote.Unsubscribe(Ada, bench.Book());
        bench.Wait(5);
        shop["000001"] = shop["000001"] with { FirstName = "Changed" };
        await bench.ChangeAsync("000001");
        await bench.RunUntilQuietAsync();
        await bench.CycleAsync(new RunOptions { Force = true });
        await AssertNothingOfAsync(bench, Ada);
        Assert.Empty(await bench.ReadAsync(unit => unit.Activities.FindByContactAsync([], [remoteId], SyncBench.Cancel)));
        Assert.Equal("First1", bench.Remote.Contact(Ada)!.DataFields["FIRSTNAME"]);
        Assert.Empty(shop.OptOuts);
        var aside = Assert.Single(await bench.ReadAsync(unit => unit.ListItems.PageSetAsideAsync("customers", null, 10, SyncBench.Cancel)));
        Assert.Equal(("000001", SetAsideReason.Forgotten), (aside.ItemId, aside.Reason));
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task PR1_RecordedChangesOfThePersonsItems_AreErased_AndKeptWhereOneAccountForgetsWhatAnotherMayNeed()
    {
        var (_, bench) = await StartAsync(2);
        await using var _2 = bench;
        await bench.ChangedAsync("000001", "000002");

        await Service(bench).ForgetPersonAsync(Ada, new ForgetOptions { Account = SyncBench.Id }, SyncBench.Cancel);
        Assert.Equal(2, (await bench.Store.Changes.ReadAsync(0, 10, SyncBench.Cancel)).Count);
        await Service(bench).ForgetPersonAsync("c2@example.com", null, SyncBench.Cancel);

        Assert.Equal(["000001"], (await bench.Store.Changes.ReadAsync(0, 10, SyncBench.Cancel)).Select(static change => change.Key));
    }

    [Fact]
    public async Task PR1_WhatALostBatchCarried_AndWhatIsSetAsideOfTheirItems_IsErasedToo()
    {
        var (shop, bench) = await StartAsync(2);
        await using var _ = bench;
        shop.Add(shop["000001"] with { Id = "000009" });
        foreach (var id in new[] { "000001", "000002" })
        {
            shop[id] = shop[id] with { Town = "Elsewhere" };
        }

        bench.Emulator.Faults.Add(new Fault(FaultKind.DropAfterAccept) { Operation = "ApiContactImport_ImportContactsToAddressBook" });
        await bench.ChangeAsync("000001", "000002");
        await bench.CycleAsync();
        await bench.RunUntilQuietAsync();
        long[] ids = [(await bench.ContactAsync(Ada))!.Id, (await bench.ContactAsync("c2@example.com"))!.Id];
        Assert.Equal(2, (await bench.ReadAsync(unit => unit.Batches.FindLostMembersAsync(ids, SyncBench.Cancel))).Count);
        Assert.Single(await bench.ReadAsync(static unit => unit.ListItems.FindSetAsideAsync("customers", ["000009"], SyncBench.Cancel)));

        await Service(bench).ForgetPersonAsync(Ada, null, SyncBench.Cancel);

        Assert.Equal([ids[1]], (await bench.ReadAsync(unit => unit.Batches.FindLostMembersAsync(ids, SyncBench.Cancel))).Select(static member => member.ContactId));
        Assert.Empty(await bench.ReadAsync(static unit => unit.ListItems.FindSetAsideAsync("customers", ["000009"], SyncBench.Cancel)));
        await AssertNothingOfAsync(bench, Ada);
    }

    [Fact]
    public async Task PR1_WhatWaitsToBeToldOfThePerson_AndToTheirItem_IsErasedToo()
    {
        var shop = new Shop { RefusesWrites = true };
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        bench.Remote.Unsubscribe(Ada, bench.Book());
        bench.Wait(5);
        await bench.CycleAsync();
        var contact = (await bench.ContactAsync(Ada))!;
        await using (var unit = await bench.Store.BeginAsync(SyncBench.Id, SyncBench.Cancel))
        {
            var write = new HostWriteRecord { ConnectionId = 1, ContactId = contact.Id, Base = FieldValues.Create([KeyValuePair.Create("TOWN", (string?)"Town1")]), CreatedAt = bench.Emulator.Clock.GetUtcNow() };
            await unit.HostWrites.SaveAsync([write], SyncBench.Cancel);
            await unit.CommitAsync(SyncBench.Cancel);
        }

        Assert.NotEmpty(await bench.ReadAsync(static unit => unit.Outbox.FindByOrderKeyAsync(Ada, SyncBench.Cancel)));

        Assert.Equal(ForgetOutcome.Erased, Assert.Single(await Service(bench).ForgetPersonAsync(Ada, null, SyncBench.Cancel)).Outcome);

        Assert.Empty(await bench.ReadAsync(static unit => unit.Outbox.FindByOrderKeyAsync(Ada, SyncBench.Cancel)));
        Assert.Empty(await bench.ReadAsync(unit => unit.HostWrites.FindAsync([contact.Id], SyncBench.Cancel)));
        await AssertNothingOfAsync(bench, Ada);
    }

    [Fact]
    public async Task PR1_OneInABatchOnItsWay_IsErasedWhenItHasSettled_AndDeletedInDotdigital()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await SyncBench.SucceedAsync(bench.CycleAsync());

        var result = Assert.Single(await Service(bench).ForgetPersonAsync(Ada, new ForgetOptions { DeleteContact = true }, SyncBench.Cancel));
        Assert.Equal(ForgetOutcome.Pending, result.Outcome);
        await bench.RestartAsync();
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        await bench.RunUntilQuietAsync();

        await AssertNothingOfAsync(bench, Ada);
        Assert.Null(bench.Remote.Contact(Ada));
        Assert.Equal(["c2@example.com", "c3@example.com"], bench.ReachableIn());
    }

    [Fact]
    public async Task PR1_WhileABatchCarriesThem_TheirValuesAreGoneAlready()
    {
        var (shop, bench) = await StartAsync(2);
        await using var _ = bench;
        shop["000001"] = shop["000001"] with { Town = "Elsewhere" };
        await bench.ChangeAsync("000001");
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.NotEqual(FieldValues.Empty, (await bench.ContactAsync(Ada))!.Snapshot);
        await using (var unit = await bench.Store.BeginAsync(SyncBench.Id, SyncBench.Cancel))
        {
            await unit.Memberships.SaveAsync([(await bench.MembershipAsync(Ada))! with { LastFault = "c1@example.com was bad data the time before." }], SyncBench.Cancel);
            await unit.CommitAsync(SyncBench.Cancel);
        }

        Assert.Equal(ForgetOutcome.Pending, Assert.Single(await Service(bench).ForgetPersonAsync(Ada, null, SyncBench.Cancel)).Outcome);

        Assert.Equal(FieldValues.Empty, (await bench.ContactAsync(Ada))!.Snapshot);
        Assert.Null((await bench.MembershipAsync(Ada))!.LastFault);
        await SyncBench.SucceedAsync(bench.WaitAndAskAsync());
        await bench.RunUntilQuietAsync();
        await AssertNothingOfAsync(bench, Ada);
    }

    [Fact]
    public async Task PR1_AskedForWhileARunHoldsTheAccount_HoldsAtOnce_AndIsFulfilledByTheNextRun()
    {
        var (shop, bench) = await StartAsync(2);
        await using var _ = bench;
        shop.Add(new ShopRow("new", "new@example.com", "New"));
        ForgetResult? result = null;
        shop.BeforeKeys = async () => result ??= (await Service(bench).ForgetPersonAsync("new@example.com", null, SyncBench.Cancel)).Single();

        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal(ForgetOutcome.Pending, result!.Outcome);
        Assert.Null(await bench.ContactAsync("new@example.com"));
        await bench.RunUntilQuietAsync();

        await AssertNothingOfAsync(bench, "new@example.com");
        Assert.Null(bench.Remote.Contact("new@example.com"));
    }

    [Fact]
    public async Task PR1_KilledAnywhere_TheWishIsKept_AndFulfilled()
    {
        var (_, bench) = await StartAsync(2);
        await using var __ = bench;
        for (var commit = 1; commit <= 4; commit++)
        {
            bench.Kills.At(commit, afterCommit: commit % 2 == 0);
            try
            {
                await Service(bench).ForgetPersonAsync(Ada, new ForgetOptions { DeleteContact = true }, SyncBench.Cancel);
            }
            catch (AccountLeaseLostException)
            {
                Assert.True(bench.Kills.IsDead);
            }

            await bench.RestartAsync();
        }

        await bench.RunUntilQuietAsync();

        await AssertNothingOfAsync(bench, Ada);
        Assert.Null(bench.Remote.Contact(Ada));
    }

    [Fact]
    public async Task PR1_WhenDotdigitalIsOutOfReach_NothingIsStoredAnyMoreButTheWish_WhichIsFulfilledLater()
    {
        var (_, bench) = await StartAsync(2);
        await using var __ = bench;
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError));

        var result = Assert.Single(await Service(bench).ForgetPersonAsync(Ada, new ForgetOptions { DeleteContact = true }, SyncBench.Cancel));

        Assert.Equal(ForgetOutcome.Pending, result.Outcome);
        Assert.DoesNotContain(Ada, result.Detail, StringComparison.Ordinal);
        Assert.Null(await bench.ContactAsync(Ada));
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Null(bench.Remote.Contact(Ada));
        await AssertNothingOfAsync(bench, Ada);
    }

    [Fact]
    public async Task PR1_ANoThatDotdigitalHasNotHeard_ReachesIt_BeforeAndAfterThePersonIsForgotten()
    {
        var (shop, bench) = await StartAsync(3);
        await using var _ = bench;
        var subscriptions = bench.Services.GetRequiredService<ISubscriptionService>();
        await subscriptions.OptOutAsync(SyncBench.Id, "customers", "000001", Ada, SyncBench.Cancel);

        await Service(bench).ForgetPersonAsync(Ada, null, SyncBench.Cancel);
        await Service(bench).ForgetPersonAsync("c2@example.com", null, SyncBench.Cancel);
        await Service(bench).ForgetPersonAsync("c3@example.com", null, SyncBench.Cancel);
        Assert.Equal(["c2@example.com", "c3@example.com"], bench.ReachableIn());
        await subscriptions.OptOutAsync(SyncBench.Id, "customers", "000002", "c2@example.com", SyncBench.Cancel);
        shop["000003"] = shop["000003"] with { IsOptedOut = true };
        await bench.RunUntilQuietAsync();

        Assert.Empty(bench.ReachableIn());
        bench.Remote.ClearRequests();
        await bench.RunUntilQuietAsync();
        Assert.DoesNotContain(bench.Remote.Requests, static request => request.Operation?.Contains("nsubscribe", StringComparison.Ordinal) == true && request.Method == "POST");
        foreach (var email in new[] { "c1@example.com", "c2@example.com", "c3@example.com" })
        {
            await AssertNothingOfAsync(bench, email);
        }
    }

    [Fact]
    public async Task PR1_WhoComesBackByTheirOwnAct_IsExportedAgain()
    {
        var (_, bench) = await StartAsync(2);
        await using var __ = bench;
        await Service(bench).ForgetPersonAsync(Ada, new ForgetOptions { DeleteContact = true }, SyncBench.Cancel);
        await bench.RunUntilQuietAsync();
        Assert.Equal(["c2@example.com"], bench.ReachableIn());

        bench.Remote.AddContact(Ada);
        bench.Remote.Suppress(Ada);
        var answer = await bench.Services.GetRequiredService<ISubscriptionService>().ResubscribeAsync(
            SyncBench.Id, Ada, new ResubscribeEvidence { Description = "Asked for it on the phone.", RequestedAt = bench.Emulator.Clock.GetUtcNow() }, cancellationToken: SyncBench.Cancel);
        bench.Wait(5);
        await bench.RunUntilQuietAsync();

        Assert.Contains(answer.Outcome, (IEnumerable<ResubscribeOutcome>)[ResubscribeOutcome.Added, ResubscribeOutcome.Challenged]);
        Assert.NotNull(await bench.ContactAsync(Ada));
    }

    [Fact]
    public async Task PR2_ExportPerson_WritesAllThatIsStored_AsJson()
    {
        var (shop, bench) = await StartAsync(2);
        await using var _ = bench;
        shop.Add(new ShopRow("twin", Ada));
        var campaign = bench.Remote.CreateCampaign("Spring");
        bench.Remote.SendCampaign(campaign, bench.Book());
        bench.Wait(5);
        bench.Remote.Suppress(Ada);
        bench.Wait(5);
        await bench.CycleAsync(new RunOptions { Force = true });

        using var output = new MemoryStream();
        await Service(bench).ExportPersonAsync(Ada, output, null, SyncBench.Cancel);

        var account = JsonDocument.Parse(output.ToArray()).RootElement.GetProperty("accounts")[0];
        Assert.Equal("First1", account.GetProperty("contact").GetProperty("dataFields").GetProperty("FIRSTNAME").GetString());
        Assert.Equal("000001", account.GetProperty("memberships")[0].GetProperty("itemId").GetString());
        Assert.Equal(campaign, account.GetProperty("activities")[0].GetProperty("campaignId").GetInt32());
        Assert.Equal("Send", account.GetProperty("marketingActivities")[0].GetProperty("kind").GetString());
        Assert.Contains(account.GetProperty("items").EnumerateArray(), static item => item.GetProperty("itemId").GetString() == "twin");
        Assert.NotEqual(0, account.GetProperty("optOuts").GetArrayLength());
        Assert.DoesNotContain("c2@example.com", Encoding.UTF8.GetString(output.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PR1_WhatTheHostWasStillToBeTold_AndValuesThatWereNotKept_GoWithThePerson_AndPR2ShowsThemBefore()
    {
        var (shop, bench) = await TwoWayAsync(creates: false);
        await using var _ = bench;
        shop.RefusesChange = static _ => "not now";
        bench.Remote.SetDataField(Ada, "TOWN", "Secretville");
        bench.Wait(5);
        await bench.CycleAsync();
        var contact = (await bench.ContactAsync(Ada))!;
        await using (var unit = await bench.Store.BeginAsync(SyncBench.Id, SyncBench.Cancel))
        {
            var write = Assert.Single(await unit.HostWrites.FindAsync([contact.Id], SyncBench.Cancel));
            await unit.HostWrites.SaveAsync([write with { Seen = FieldValues.Create([KeyValuePair.Create("TOWN", (string?)"Formerly Secretville")]) }], SyncBench.Cancel);
            await unit.Contacts.SaveAsync([contact with { NotKept = FieldValues.Create([KeyValuePair.Create("TOWN", (string?)"1|Not kept in Secretville")]) }], SyncBench.Cancel);
            await unit.CommitAsync(SyncBench.Cancel);
        }

        using var output = new MemoryStream();
        await Service(bench).ExportPersonAsync(Ada, output, null, SyncBench.Cancel);
        var account = JsonDocument.Parse(output.ToArray()).RootElement.GetProperty("accounts")[0];
        Assert.Equal("Formerly Secretville", account.GetProperty("hostWrites")[0].GetProperty("seen").GetProperty("TOWN").GetString());
        Assert.Equal("1|Not kept in Secretville", account.GetProperty("contact").GetProperty("notKept").GetProperty("TOWN").GetString());

        await Service(bench).ForgetPersonAsync(Ada, null, SyncBench.Cancel);

        await AssertNothingOfAsync(bench, Ada);
        await AssertNothingOfAsync(bench, "Secretville");
        Assert.Empty(await bench.ReadAsync(unit => unit.HostWrites.FindAsync([contact.Id], SyncBench.Cancel)));
    }

    [Fact]
    public async Task PR1_APersonForgottenBeforeTheyWereCreated_BecomesNoRecordOfTheHost()
    {
        var (shop, bench) = await TwoWayAsync(creates: true);
        await using var _ = bench;
        bench.Remote.AddContact("new@example.com", [bench.Book()]);
        bench.Remote.AddContact("other@example.com", [bench.Book()]);
        bench.Wait(5);
        ForgetResult? result = null;
        shop.BeforeKeys = async () => result ??= (await Service(bench).ForgetPersonAsync("new@example.com", null, SyncBench.Cancel)).Single();

        await bench.RunUntilQuietAsync();

        Assert.Equal(ForgetOutcome.Pending, result!.Outcome);
        Assert.Equal("other@example.com", Assert.Single(shop.Created).Email);
        await AssertNothingOfAsync(bench, "new@example.com");
    }

    [Fact]
    public async Task PR1_OP5_AForgottenPersonsNo_StaysWithTheItem_UnderAnotherAddressToo_UntilTheyComeBack()
    {
        var (shop, bench) = await StartAsync(3);
        await using var _ = bench;
        bench.Remote.Unsubscribe(Ada, bench.Book());
        bench.Wait(5);
        await bench.RunUntilQuietAsync();
        var subscriptions = bench.Services.GetRequiredService<ISubscriptionService>();
        await Service(bench).ForgetPersonAsync(Ada, null, SyncBench.Cancel);
        await Service(bench).ForgetPersonAsync("c2@example.com", null, SyncBench.Cancel);
        await subscriptions.OptOutAsync(SyncBench.Id, "customers", "000002", "c2@example.com", SyncBench.Cancel);
        shop["000001"] = shop["000001"] with { Email = "ada@elsewhere.example" };
        shop["000002"] = shop["000002"] with { Email = "bob@elsewhere.example" };

        await bench.RunUntilQuietAsync();

        await AssertNothingOfAsync(bench, Ada);
        await AssertNothingOfAsync(bench, "c2@example.com");
        Assert.Null((await bench.OptOutOfAsync("000001"))!.Email);
        Assert.Null((await bench.OptOutOfAsync("000002"))!.Email);
        Assert.Equal(["c3@example.com"], bench.ReachableIn());
        Assert.Null(bench.Remote.Contact("ada@elsewhere.example"));
        Assert.Null(bench.Remote.Contact("bob@elsewhere.example"));

        await subscriptions.ResubscribeAsync(
            SyncBench.Id, Ada, new ResubscribeEvidence { Description = "Asked for it on the phone.", RequestedAt = bench.Emulator.Clock.GetUtcNow() }, cancellationToken: SyncBench.Cancel);
        Assert.Null(await bench.OptOutOfAsync("000001"));
        Assert.NotNull(await bench.OptOutOfAsync("000002"));
    }

    private static async Task<(Shop Shop, SyncBench Bench)> TwoWayAsync(bool creates)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        var bench = await SyncBench.StartAsync(
            [shop.AsList("customers", "Customers", [new() { DataField = "TOWN", Fields = ["Town"], IsTwoWay = true }]) with { CreateEntities = creates }]);
        await bench.RunUntilQuietAsync();
        return (shop, bench);
    }

    private static async Task<(Shop Shop, SyncBench Bench)> StartAsync(int customers)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(customers));
        var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        return (shop, bench);
    }

    private static IPrivacyService Service(SyncBench bench) => bench.Services.GetRequiredService<IPrivacyService>();

    /// <summary>Looks through every text of every table of the store.</summary>
    private static async Task AssertNothingOfAsync(SyncBench bench, string email) => Assert.Empty(await StoredText.FindAsync(bench, email));
}

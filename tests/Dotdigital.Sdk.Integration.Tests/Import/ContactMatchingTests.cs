using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Import;

/// <summary>How contacts read from Dotdigital find their rows (rule IM-3, first half).</summary>
public sealed class ContactMatchingTests
{
    [Fact]
    public async Task IM3_ChangedEmailInDotdigital_IsUpdatedInPlace()
    {
        await using var bench = await StartAsync(3);
        var before = (await bench.ContactAsync("c1@example.com"))!;
        bench.Remote.ChangeEmail("c1@example.com", "renamed@example.com");
        bench.Wait(5);

        await SyncBench.SucceedAsync(bench.ImportAsync());

        Assert.Null(await bench.ContactAsync("c1@example.com"));
        Assert.Equal((before.Id, before.RemoteId), await IdsAsync(bench, "renamed@example.com"));
        Assert.Equal("000001", (await bench.MembershipAsync("renamed@example.com"))!.ItemId);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task EX3_AContactDeletedAndMadeAnewInDotdigital_GetsItsItemsValuesAgain_AndClearsNoneOfTheHosts()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(
            [shop.AsList("customers", "Customers", [new() { DataField = "FIRSTNAME", Fields = ["FirstName"] }, new() { DataField = "TOWN", Fields = ["Town"], IsTwoWay = true }])]);
        await bench.RunUntilQuietAsync();
        bench.Remote.DeleteContact("c1@example.com");
        bench.Remote.AddContact("c1@example.com", [bench.Book()]);
        bench.Wait(5);

        await bench.RunUntilQuietAsync();

        var made = bench.Remote.Contact("c1@example.com")!;
        Assert.Equal(("First1", "Town1"), (made.DataFields.GetValueOrDefault("FIRSTNAME"), made.DataFields.GetValueOrDefault("TOWN")));
        Assert.Equal("Town1", shop["000001"].Town);
        Assert.Equal(made.Id, (await bench.ContactAsync("c1@example.com"))!.RemoteId);
        Assert.Equal(["c1@example.com", "c2@example.com"], bench.ReachableIn());
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task EX3_AContactMadeAnewInAnotherBook_IsNotPutBackIntoTheOneItWasDeletedFrom()
    {
        await using var bench = await StartAsync(2);
        bench.Remote.DeleteContact("c1@example.com");
        bench.Remote.AddContact("c1@example.com", [bench.Remote.CreateAddressBook("Other")]);
        bench.Wait(5);

        await bench.RunUntilQuietAsync();

        Assert.Equal(["c2@example.com"], bench.ReachableIn());
    }

    [Fact]
    public async Task IM3_TwoContactsThatExchangedTheirEmails_OnOnePage_KeepTheirRows()
    {
        await using var bench = await StartAsync(3);
        var (one, two) = ((await bench.ContactAsync("c1@example.com"))!, (await bench.ContactAsync("c2@example.com"))!);
        Exchange(bench, "c1@example.com", "c2@example.com");
        bench.Wait(5);

        await SyncBench.SucceedAsync(bench.ImportAsync());

        Assert.Equal((one.Id, one.RemoteId), await IdsAsync(bench, "c2@example.com"));
        Assert.Equal((two.Id, two.RemoteId), await IdsAsync(bench, "c1@example.com"));
    }

    [Fact]
    public async Task IM3_TwoContactsThatExchangedTheirEmails_AcrossPages_KeepTheirRows()
    {
        await using var bench = await StartAsync(1);
        var book = bench.Book();
        bench.Remote.AddContacts("many{0}@example.com", 0, 6000, [book]);
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.ImportAsync());
        var (one, two) = ((await bench.ContactAsync("many0@example.com"))!, (await bench.ContactAsync("many5999@example.com"))!);
        bench.Wait(10);
        Exchange(bench, "many0@example.com", "many5999@example.com");
        for (var i = 1; i < 5999; i++)
        {
            bench.Remote.SetDataField($"many{i}@example.com", "TOWN", "Moved");
        }

        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.ImportAsync());

        Assert.Equal((one.Id, one.RemoteId), await IdsAsync(bench, "many5999@example.com"));
        Assert.Equal((two.Id, two.RemoteId), await IdsAsync(bench, "many0@example.com"));
        Assert.Equal(6001, await bench.ReadAsync(unit => unit.Contacts.CountAsync(SyncBench.Cancel)));
    }

    [Fact]
    public async Task IM3_ContactRenamed_AndANewOneWithItsFormerAddress_OnOnePage_AreTwoPeople()
    {
        await using var bench = await StartAsync(3);
        var before = (await bench.ContactAsync("c1@example.com"))!;
        bench.Remote.ChangeEmail("c1@example.com", "renamed@example.com");
        var other = bench.Remote.AddContact("c1@example.com", [bench.Book()]);
        bench.Wait(5);

        await SyncBench.SucceedAsync(bench.ImportAsync());

        Assert.Equal((before.Id, before.RemoteId), await IdsAsync(bench, "renamed@example.com"));
        var (id, remoteId) = await IdsAsync(bench, "c1@example.com");
        Assert.NotEqual(before.Id, id);
        Assert.Equal(other.Id, remoteId);
    }

    [Fact]
    public async Task IM3_ContactDeletedAndMadeAgain_KeepsItsRow_AndItsOptOut()
    {
        await using var bench = await StartAsync(3);
        var before = (await bench.ContactAsync("c1@example.com"))!;
        bench.Remote.Unsubscribe("c1@example.com");
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.ImportAsync());
        bench.Remote.DeleteContact("c1@example.com");
        var again = bench.Remote.AddContact("c1@example.com", [bench.Book()]);
        bench.Wait(5);

        await SyncBench.SucceedAsync(bench.ImportAsync());

        Assert.Equal((before.Id, again.Id), await IdsAsync(bench, "c1@example.com"));
        Assert.Equal(Reachability.OptedOut, (await bench.ContactAsync("c1@example.com"))!.Status.Reachability);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task IM3_EmailAndIdMatchDifferentRows_TheOneWithTheIdIsKept_MembershipsMove_TheStricterStatusWins(bool inBatch)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        bench.Remote.AddContact("five@example.com");
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.ImportAsync());
        var five = (await bench.ContactAsync("five@example.com"))!;
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.FromMinutes(30) };
        shop.Add(new ShopRow("x", "x@example.com", "X"));
        if (inBatch)
        {
            await SyncBench.SucceedAsync(bench.CycleAsync());
            Assert.Equal(ExportState.InBatch, (await bench.MembershipAsync("x@example.com"))!.State.Kind);
        }
        else
        {
            bench.Emulator.Faults.Add(new(Dotdigital.Sdk.Emulator.Faults.FaultKind.ServerError) { Operation = "ApiContactImport_ImportContactsToAddressBook", Status = 400 });
            await bench.CycleAsync();
            Assert.Equal(ExportState.Due, (await bench.MembershipAsync("x@example.com"))!.State.Kind);
        }

        bench.Remote.ChangeEmail("five@example.com", "x@example.com");
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.ImportAsync());

        var (id, remoteId) = await IdsAsync(bench, "x@example.com");
        Assert.Equal((five.Id, five.RemoteId), (id, remoteId));
        Assert.Equal("x", (await bench.MembershipAsync("x@example.com"))!.ItemId);
        bench.Wait(40);
        await bench.StatusAsync();
        await bench.RunUntilQuietAsync();
        var settled = (await bench.MembershipAsync("x@example.com"))!;
        Assert.Equal((MembershipState.Clean, "x"), (settled.State, settled.ItemId));
        Assert.Equal("X", bench.Remote.Contact("x@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Equal(3, bench.ReachableIn().Count);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task IM3_MergedWithAnOptedOutRow_IsOptedOut()
    {
        await using var bench = await StartAsync(2);
        await using (var unit = await bench.Store.BeginAsync(SyncBench.Id, SyncBench.Cancel))
        {
            var id = await unit.Contacts.AllocateIdsAsync(1, SyncBench.Cancel);
            await unit.Contacts.SaveAsync(
                [new ContactRecord { Id = id, Email = EmailAddress.Parse("strict@example.com"), Status = SubscriptionStatus.Unsubscribed, UnsubscribedAt = bench.Emulator.Clock.GetUtcNow() }],
                SyncBench.Cancel);
            await unit.CommitAsync(SyncBench.Cancel);
        }

        bench.Remote.ChangeEmail("c1@example.com", "strict@example.com");
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.ImportAsync());

        Assert.Equal(Reachability.OptedOut, (await bench.ContactAsync("strict@example.com"))!.Status.Reachability);
    }

    [Fact]
    public async Task IM3_SmsOnlyContacts_AreSkippedAndCounted()
    {
        await using var bench = await StartAsync(1);
        var before = await bench.ReadAsync(unit => unit.Contacts.CountAsync(SyncBench.Cancel));
        bench.Remote.AddMobileContact("+447700900123", [bench.Book()]);
        bench.Wait(10);

        var report = await bench.ImportAsync();

        var step = Assert.Single(report.Steps, static step => step.Step == StepNames.ImportContacts);
        Assert.True(step.Skipped >= 1);
        Assert.Equal(before, await bench.ReadAsync(unit => unit.Contacts.CountAsync(SyncBench.Cancel)));
    }

    [Fact]
    public async Task S1_TheListsStatusIsTheMemberships_TheChannelsIsTheContacts()
    {
        await using var bench = await StartAsync(3);
        bench.Remote.Unsubscribe("c1@example.com", bench.Book());
        bench.Remote.Suppress("c2@example.com", EmulatedStatus.SoftBounced);
        bench.Wait(5);

        await SyncBench.SucceedAsync(bench.ImportAsync());

        Assert.Equal(Reachability.Reachable, (await bench.ContactAsync("c1@example.com"))!.Status.Reachability);
        Assert.Equal(Reachability.OptedOut, (await bench.MembershipAsync("c1@example.com"))!.Status.Reachability);
        Assert.Equal(SubscriptionStatus.SoftBounced, (await bench.ContactAsync("c2@example.com"))!.Status);
        Assert.Equal(SubscriptionStatus.Subscribed, (await bench.MembershipAsync("c2@example.com"))!.Status);
    }

    private static async Task<SyncBench> StartAsync(int customers)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(customers));
        var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        return bench;
    }

    private static void Exchange(SyncBench bench, string one, string two)
    {
        bench.Remote.ChangeEmail(one, "between@example.com");
        bench.Remote.ChangeEmail(two, one);
        bench.Remote.ChangeEmail("between@example.com", two);
    }

    private static async Task<(long Id, long? RemoteId)> IdsAsync(SyncBench bench, string email)
    {
        var contact = (await bench.ContactAsync(email))!;
        return (contact.Id, contact.RemoteId);
    }
}

using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.OptOuts;

/// <summary>Dotdigital's opt-outs come in before anything goes out (rules OP-1, OP-2, OP-6, EX-2, S-3).</summary>
public sealed class BookOptOutTests
{
    private const string ImportCsv = "ApiContactImport_ImportContactsToAddressBook";
    private const string Suppressed = "ApiContact_GetSuppressedContacts";

    [Fact]
    public async Task OP1_UnsubscribedFromOneBook_KeepsTheOtherBook_WithReasonAndDate()
    {
        var (customers, vips) = (new Shop(), new Shop());
        customers.Add(SyncBench.Customers(3));
        vips.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync([customers.AsList("customers", "Customers"), vips.AsList("vips", "Vips")]);
        await bench.RunUntilQuietAsync();
        bench.Wait(5);
        bench.Remote.Unsubscribe("c1@example.com", bench.Book());
        var since = bench.Remote.Contact("c1@example.com")!.Memberships.Single(membership => membership.AddressBookId == bench.Book()).Since;
        bench.Wait(5);

        await SyncBench.SucceedAsync(bench.CycleAsync());

        var left = (await bench.MembershipAsync("c1@example.com"))!;
        Assert.Equal(SubscriptionStatus.Unsubscribed, left.Status);
        Assert.InRange(left.UnsubscribedAt!.Value, since.AddSeconds(-1), since.AddSeconds(1));
        Assert.Equal(Reachability.Reachable, (await bench.MembershipAsync("c1@example.com", "Vips"))!.Status.Reachability);
        Assert.Equal(Reachability.Reachable, (await bench.ContactAsync("c1@example.com"))!.Status.Reachability);
        Assert.Equal("000001", Assert.Single(customers.OptOuts).ItemId);
        Assert.False(customers.OptOuts[0].Notice.IsAccountWide);
        Assert.Empty(vips.OptOuts);
        Assert.Null(await bench.OptOutOfAsync("000001", "vips"));
        Assert.Empty(bench.Remote.Violations);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OP1_OP2_EX2_OptedOutYearsBeforeTheConnection_IsMarkedToldAndNeverExported(bool accountWide)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        var book = bench.Remote.CreateAddressBook("Customers");
        bench.Remote.AddContact("c1@example.com", [book]);
        bench.Remote.Unsubscribe("c1@example.com", accountWide ? null : book);
        bench.Emulator.Clock.Advance(TimeSpan.FromDays(900));

        await bench.RunUntilQuietAsync();

        Assert.Equal(["c2@example.com", "c3@example.com"], bench.ReachableIn());
        Assert.Equal("000001", Assert.Single(shop.OptOuts).ItemId);
        Assert.NotNull(shop.OptOuts[0].Notice.At);
        Assert.Equal(OptOutOrigin.Dotdigital, (await bench.OptOutOfAsync("000001"))!.Origin);
        Assert.All(await bench.BatchesAsync(), static batch => Assert.Equal(2, batch.MemberCount));
        Assert.False(bench.Remote.Contact("c1@example.com")!.DataFields.ContainsKey("FIRSTNAME"));
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP2_UnknownPeople_AreStored_AndNotExportedWhenTheyAppearInTheList()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        bench.Remote.AddContact("stranger@example.com");
        bench.Remote.Suppress("stranger@example.com");
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal(Reachability.OptedOut, (await bench.ContactAsync("stranger@example.com"))!.Status.Reachability);

        shop.Add(new ShopRow("x", "Stranger@Example.com ", "Stranger"));
        await bench.RunUntilQuietAsync();

        Assert.Equal(["c1@example.com", "c2@example.com"], bench.ReachableIn());
        Assert.Equal("x", Assert.Single(shop.OptOuts).ItemId);
        Assert.False(bench.Remote.Contact("stranger@example.com")!.DataFields.ContainsKey("FIRSTNAME"));
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP1_EachBookHasItsOwnWatermark_AFailedReadMovesNone()
    {
        var (customers, vips) = (new Shop(), new Shop());
        customers.Add(SyncBench.Customers(2));
        vips.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync([customers.AsList("customers", "Customers"), vips.AsList("vips", "Vips")]);
        await bench.RunUntilQuietAsync();
        var (before, others) = (await bench.WatermarkAsync(StepNames.ReadBookOptOuts, bench.Book()), await bench.WatermarkAsync(StepNames.ReadBookOptOuts, bench.Book("Vips")));
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = $"/v2/address-books/{bench.Book()}/contacts/unsubscribed-since/*" });
        bench.Wait(5);

        var report = await bench.CycleAsync();

        Assert.Equal("Customers", Assert.Single(report.Failures).Scope);
        Assert.Equal(before, await bench.WatermarkAsync(StepNames.ReadBookOptOuts, bench.Book()));
        Assert.True((await bench.WatermarkAsync(StepNames.ReadBookOptOuts, bench.Book("Vips"))).At > others.At);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task W1_OptOutReadOfSeveralPages_KilledBetweenThem_KeepsTheWatermarkAndLosesNobody()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2500));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        var before = await bench.WatermarkAsync(StepNames.ReadSuppressions);
        bench.Wait(5);
        foreach (var row in SyncBench.Customers(2500))
        {
            bench.Remote.Unsubscribe(row.Email!);
        }

        bench.Wait(5);
        bench.Emulator.Faults.Add(new Fault(FaultKind.Refuse) { Operation = Suppressed, After = 1 });

        var cut = await bench.ImportAsync();
        await bench.RestartAsync();
        Assert.Contains(cut.Failures, static step => step.Step == StepNames.ReadSuppressions);
        Assert.Equal(before, await bench.WatermarkAsync(StepNames.ReadSuppressions));
        await SyncBench.SucceedAsync(bench.CycleAsync());

        Assert.True((await bench.WatermarkAsync(StepNames.ReadSuppressions)).At > before.At);
        Assert.Equal(2500, shop.OptOuts.Select(static told => told.ItemId).Distinct().Count());
        Assert.Equal(2500, shop.OptOuts.Count);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP6_WhileTheSuppressedWereNeverRead_NoImportIsSent()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = Suppressed, Times = 2 });

        await bench.CycleAsync();
        var second = await bench.CycleAsync();
        Assert.Equal(0, bench.Remote.CountOf(ImportCsv));
        Assert.Contains(second.Steps, static step => step.Step == StepNames.PrepareContacts && step.NotRun is not null);
        await bench.RunUntilQuietAsync();

        Assert.Equal(1, bench.Remote.CountOf(ImportCsv));
        Assert.Equal(2, bench.ReachableIn().Count);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task OP6_WhileTheContactsWereNeverRead_NoImportIsSent()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = "getContacts", Times = 1 });

        await bench.CycleAsync();
        Assert.Equal(0, bench.Remote.CountOf(ImportCsv));
        await bench.RunUntilQuietAsync();

        Assert.Equal(2, bench.ReachableIn().Count);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task S3_ChangesOfAnOptedOutItem_AreNeverSent_AndLeaveItClean()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        bench.Remote.Unsubscribe("c1@example.com");
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        shop["000001"] = shop["000001"] with { FirstName = "Changed" };
        await bench.ChangedAsync("000001");
        await bench.ProcessChangesAsync();
        bench.Remote.ClearRequests();

        await bench.RunUntilQuietAsync();

        Assert.Equal(MembershipState.Clean, (await bench.MembershipAsync("c1@example.com"))!.State);
        Assert.Equal(0, bench.Remote.CountOf(ImportCsv));
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task S3_OptedOutWhileInABatch_IsNotDueAfterItSettles()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(2));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.FromMinutes(30) };
        shop["000001"] = shop["000001"] with { FirstName = "Changed" };
        await bench.ChangedAsync("000001");
        await bench.ProcessChangesAsync();
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal(ExportState.InBatch, (await bench.MembershipAsync("c1@example.com"))!.State.Kind);
        bench.Remote.Unsubscribe("c1@example.com", bench.Book());
        bench.Wait(5);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await bench.ChangedAsync("000001");
        await bench.ProcessChangesAsync();
        Assert.Equal(ExportState.InBatch, (await bench.MembershipAsync("c1@example.com"))!.State.Kind);
        bench.Wait(40);

        await SyncBench.SucceedAsync(bench.StatusAsync());

        Assert.NotEqual(ExportState.Due, (await bench.MembershipAsync("c1@example.com"))!.State.Kind);
        await bench.RunUntilQuietAsync();
        Assert.Equal(["c2@example.com"], bench.ReachableIn());
        Assert.Single(shop.OptOuts);
        Assert.Empty(bench.Remote.Violations);
    }
}

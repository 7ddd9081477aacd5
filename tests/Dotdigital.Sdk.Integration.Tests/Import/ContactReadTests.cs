using Dotdigital.Sdk.Emulator;
using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Import;

/// <summary>How far reads have come, and what they write (rules IM-1, IM-3, W-1, W-2, W-3, EX-6).</summary>
public sealed class ContactReadTests
{
    private const string Contacts = "getContacts";
    private const string ImportCsv = "ApiContactImport_ImportContactsToAddressBook";

    [Fact]
    public async Task W2_InterruptedFirstRead_GoesOnFromItsMarker_AfterARestart()
    {
        await using var bench = await SyncBench.StartAsync(new Shop());
        bench.Remote.AddContacts("many{0}@example.com", 0, 11_000, [bench.Remote.CreateAddressBook("Customers")]);
        bench.Emulator.Faults.Add(new Fault(FaultKind.Refuse) { Operation = Contacts, After = 2 });

        await bench.ImportAsync();
        var cut = await bench.WatermarkAsync(StepNames.ImportContacts);
        Assert.Null(cut.At);
        Assert.NotNull(cut.Cursor);
        Assert.Equal(10_000, await CountAsync(bench));
        await bench.RestartAsync();
        bench.Wait(5);
        bench.Remote.ClearRequests();
        await SyncBench.SucceedAsync(bench.ImportAsync());

        Assert.Equal(1, bench.Remote.Requests.Count(static request => request.Operation == Contacts && !request.PathAndQuery.Contains("listId", StringComparison.Ordinal)));
        Assert.Equal(11_000, await CountAsync(bench));
        var done = await bench.WatermarkAsync(StepNames.ImportContacts);
        Assert.Equal((cut.BeganAt, null, null), (done.At, done.Cursor, done.BeganAt));
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task W2_ARefusedMarker_RestartsWithANewBegin()
    {
        await using var bench = await SyncBench.StartAsync(new Shop());
        bench.Remote.Behaviour = bench.Remote.Behaviour with { MarkerLifetime = TimeSpan.FromMinutes(30) };
        bench.Remote.AddContacts("many{0}@example.com", 0, 11_000, [bench.Remote.CreateAddressBook("Customers")]);
        bench.Emulator.Faults.Add(new Fault(FaultKind.Refuse) { Operation = Contacts, After = 1 });
        await bench.ImportAsync();
        var cut = await bench.WatermarkAsync(StepNames.ImportContacts);
        bench.Wait(60);

        await SyncBench.SucceedAsync(bench.ImportAsync());

        Assert.True((await bench.WatermarkAsync(StepNames.ImportContacts)).At > cut.BeganAt!.Value.AddMinutes(59));
        Assert.Equal(11_000, await CountAsync(bench));
    }

    [Fact]
    public async Task OP6_ABookThatAppearedDuringAnInterruptedFirstRead_IsReadWhole()
    {
        var shop = new Shop();
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Remote.AddContacts("many{0}@example.com", 0, 11_000);
        bench.Emulator.Faults.Add(new Fault(FaultKind.Refuse) { Operation = Contacts, After = 1 });
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = "ApiAddressBook_CreateAddressBook", Times = 1 });
        await bench.ImportAsync();
        Assert.NotNull((await bench.WatermarkAsync(StepNames.ImportContacts)).Cursor);
        bench.Remote.Behaviour = bench.Remote.Behaviour with { MembershipMovesModified = false };
        var late = bench.Remote.CreateAddressBook("Late");
        Assert.True(bench.Remote.AddToAddressBook("many7@example.com", late));

        await SyncBench.SucceedAsync(bench.ImportAsync());

        var contact = (await bench.ContactAsync("many7@example.com"))!;
        Assert.Contains(late, (await bench.ReadAsync(unit => unit.Memberships.FindByContactAsync([contact.Id], SyncBench.Cancel))).Select(static membership => membership.AddressBookId));
    }

    [Fact]
    public async Task W1_TheWatermarkMovesOnlyWithTheLastPage()
    {
        await using var bench = await SyncBench.StartAsync(new Shop());
        bench.Remote.CreateAddressBook("Customers");
        await SyncBench.SucceedAsync(bench.ImportAsync());
        var before = await bench.WatermarkAsync(StepNames.ImportContacts);
        bench.Remote.AddContacts("many{0}@example.com", 0, 6000, [bench.Book()]);
        bench.Wait(10);
        bench.Emulator.Faults.Add(new Fault(FaultKind.TruncatedBody) { Operation = Contacts, After = 1 });

        var cut = await bench.ImportAsync();
        var between = await bench.WatermarkAsync(StepNames.ImportContacts);
        await bench.RestartAsync();
        await SyncBench.SucceedAsync(bench.ImportAsync());

        Assert.Contains(cut.Failures, static step => step.Step == StepNames.ImportContacts);
        Assert.Equal(before.At, between.At);
        Assert.True((await bench.WatermarkAsync(StepNames.ImportContacts)).At > before.At);
        Assert.Equal(6000, await CountAsync(bench));
    }

    [Fact]
    public async Task W1_ModifiedJustBeforeTheWatermark_IsReadAgain_AndWritesNothing()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(50));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        bench.Remote.SetDataField("c1@example.com", "POINTS", "77");
        bench.Wait(1);
        await SyncBench.SucceedAsync(bench.ImportAsync());
        bench.Wait(2);

        var report = await bench.ImportAsync();

        var step = Assert.Single(report.Steps, static step => step.Step == StepNames.ImportContacts);
        Assert.Equal((1, 0, 0, 1), (step.Read, step.Added, step.Updated, step.Skipped));
    }

    [Fact]
    public async Task W3_OurOwnValuesReadBack_CauseNothing()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(50));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        shop["000001"] = shop["000001"] with { FirstName = "  Spaced  ", Points = 12.50m, IsVip = null, Birthday = new DateOnly(2001, 2, 3) };
        await bench.ChangedAsync("000001");
        await bench.ProcessChangesAsync();
        await bench.RunUntilQuietAsync();
        Assert.Equal(2, bench.Remote.CountOf(ImportCsv));
        shop.ItemsRead.Clear();
        var before = (await bench.ContactAsync("c1@example.com"))!;
        bench.Remote.SetDataField("c1@example.com", "TOWN", "Town1");
        bench.Wait(5);

        await bench.RunUntilQuietAsync();

        Assert.Equal(before, await bench.ContactAsync("c1@example.com"));
        Assert.Equal(("Spaced", "12.5", null, "2001-02-03T00:00:00"), (before.Snapshot["FIRSTNAME"], before.Snapshot["POINTS"], before.Snapshot["VIP"], before.Snapshot["BIRTHDAY"]));
        Assert.Equal(2, bench.Remote.CountOf(ImportCsv));
        Assert.Empty(shop.ItemsRead);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task IM3_AnswersOfAnyShape_AreRead()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(30));
        await using var bench = await SyncBench.StartAsync(shop);
        bench.Emulator.Chaos = ChaosJson.All;

        await bench.RunUntilQuietAsync();
        bench.Remote.Unsubscribe("c1@example.com", bench.Book());
        bench.Remote.HardBounce("c2@example.com");
        bench.Wait(5);
        await bench.RunUntilQuietAsync();

        Assert.Equal(28, bench.ReachableIn().Count);
        Assert.Equal(["000001", "000002"], shop.OptOuts.Select(static told => told.ItemId).Order(StringComparer.Ordinal));
        Assert.Equal("3", (await bench.ContactAsync("c3@example.com"))!.Snapshot["POINTS"]);
        Assert.Equal(bench.Remote.Contact("c3@example.com")!.Id, (await bench.ContactAsync("c3@example.com"))!.RemoteId);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task IM1_AConnectedBookThatIsGone_EndsItsConnection_TellsTheHost_AndTouchesNothingElse()
    {
        var (customers, vips) = (new Shop(), new Shop());
        customers.Add(SyncBench.Customers(2));
        vips.Add(SyncBench.Customers(2));
        var handler = new RecordingHandler();
        await using var bench = await SyncBench.StartAsync(
            [customers.AsList("customers", "Customers") with { CreateAddressBook = false }, vips.AsList("vips", "Vips")], extend: handler.AddTo);
        var book = bench.Remote.CreateAddressBook("Customers");
        await bench.RunUntilQuietAsync();
        bench.Remote.DeleteAddressBook(book);
        bench.Wait(5);

        await bench.CycleAsync();
        await bench.CycleAsync();
        bench.Wait(5);
        await bench.CycleAsync();

        Assert.Equal(book, Assert.Single(handler.Accepted.OfType<AddressBookGone>()).AddressBookId);
        var connections = await bench.ReadAsync(unit => unit.Connections.GetAllAsync(SyncBench.Cancel));
        Assert.False(connections.Single(static connection => connection.ListName == "customers").IsEnabled);
        Assert.True(connections.Single(static connection => connection.ListName == "vips").IsEnabled);
        Assert.NotNull((await bench.ReadAsync(unit => unit.AddressBooks.GetAllAsync(SyncBench.Cancel))).Single(stored => stored.Id == book).DeletedAt);
        Assert.Equal(2, bench.ReachableIn("Vips").Count);
        Assert.Empty(customers.OptOuts);
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task EX6_ALostBatchThatArrivesLate_IsNoticed_AndTheHostsValueIsSentAgain()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(5));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.RunUntilQuietAsync();
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.FromHours(3) };
        shop["000001"] = shop["000001"] with { FirstName = "Old" };
        await bench.ChangedAsync("000001");
        await bench.ProcessChangesAsync();
        bench.Emulator.Faults.Add(new Fault(FaultKind.DropAfterAccept) { Operation = ImportCsv });
        await bench.CycleAsync();
        Assert.Contains(await bench.BatchesAsync(), static batch => batch.State == BatchState.Lost);
        bench.Remote.Behaviour = bench.Remote.Behaviour with { ImportDelay = TimeSpan.Zero };
        shop["000001"] = shop["000001"] with { FirstName = "New" };
        await bench.ChangedAsync("000001");
        await bench.ProcessChangesAsync();
        await bench.RunUntilQuietAsync();
        Assert.Equal("New", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
        bench.Wait(200);
        Assert.Equal("Old", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);

        await bench.RunUntilQuietAsync();

        Assert.Equal("New", bench.Remote.Contact("c1@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Equal("New", (await bench.ContactAsync("c1@example.com"))!.Snapshot["FIRSTNAME"]);
        Assert.Empty(bench.Remote.Violations);
    }

    private static Task<long> CountAsync(SyncBench bench) => bench.ReadAsync(unit => unit.Contacts.CountAsync(SyncBench.Cancel));
}

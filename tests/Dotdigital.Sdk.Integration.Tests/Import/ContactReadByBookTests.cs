using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Import;

/// <summary>Rule IM-3's fallback: every book read by itself by v2, for accounts that may not use contacts v3.</summary>
public sealed class ContactReadByBookTests
{
    private const string V3Contacts = "getContacts";
    private const string Whole = "ApiContact_GetContactsInAddressBook";
    private const string Modified = "ApiContact_GetModifiedContactsInAddressBook";
    private const string ImportCsv = "ApiContactImport_ImportContactsToAddressBook";

    [Fact]
    public async Task IM3_V2_FirstSync_LearnsIdsAndValues_ThenSendsNothingAgain_AndNeverAsksV3()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(300));
        await using var bench = await SyncBench.StartAsync(shop, ByBook);
        await bench.SettleAsync();
        var contact = (await bench.ContactAsync("c42@example.com"))!;
        bench.Remote.ClearRequests();
        shop.ItemsRead.Clear();

        var report = await bench.CycleAsync();

        Assert.Equal(300, bench.ReachableIn().Count);
        Assert.Equal(bench.Remote.Contact("c42@example.com")!.Id, contact.RemoteId);
        Assert.Equal(("First42", "42", "Subscribed"), (contact.Snapshot["FIRSTNAME"], contact.Snapshot["POINTS"], contact.Status.Value));
        Assert.Equal((MembershipState.Clean, SubscriptionStatus.Subscribed), ((await bench.MembershipAsync("c42@example.com"))!.State, (await bench.MembershipAsync("c42@example.com"))!.Status));
        Assert.Empty(report.Failures);
        Assert.DoesNotContain(report.Steps, static step => step.Sent > 0 && step.Step != StepNames.DeliverEvents);
        Assert.Empty(shop.ItemsRead);
        Assert.Equal((0, 0), (bench.Remote.CountOf(ImportCsv), bench.Remote.CountOf(Whole)));
        bench.Wait(60 * 25);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        Assert.Equal(0, bench.Remote.CountOf(V3Contacts));
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task W1_V2_ARemoteEdit_IsReadFromTheBooksWatermark_AndOnceMoreForTheOverlap()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(50));
        await using var bench = await SyncBench.StartAsync(shop, ByBook);
        await bench.RunUntilQuietAsync();
        bench.Remote.SetDataField("c1@example.com", "POINTS", "77");
        bench.Wait(1);
        var first = await bench.ImportAsync();
        bench.Wait(2);

        var second = await bench.ImportAsync();

        Assert.Equal("77", (await bench.ContactAsync("c1@example.com"))!.Snapshot["POINTS"]);
        Assert.Equal((1, 0, 1, 0), Counts(first));
        Assert.Equal((1, 0, 0, 1), Counts(second));
        var watermark = await bench.WatermarkAsync(StepNames.ImportContacts, bench.Book());
        Assert.Equal((second.StartedAt.ToUnixTimeSeconds(), null, null), (watermark.At!.Value.ToUnixTimeSeconds(), watermark.Cursor, watermark.BeganAt));
        Assert.Null((await bench.WatermarkAsync(StepNames.ImportContacts)).At);
    }

    [Fact]
    public async Task W2_V2_SeveralPages_ReachBackAndEndWithAnEmptyOne()
    {
        await using var bench = await SyncBench.StartAsync(new Shop(), ByBook);
        bench.Remote.AddContacts("many{0}@example.com", 0, 2350, [bench.Remote.CreateAddressBook("Customers")]);
        bench.Wait(30);

        await SyncBench.SucceedAsync(bench.ImportAsync());
        var stored = await CountAsync(bench);
        bench.Wait(30);
        bench.Remote.AddContacts("more{0}@example.com", 0, 2500, [bench.Book()]);
        await SyncBench.SucceedAsync(bench.ImportAsync());

        Assert.Equal((2350, 4850), (stored, await CountAsync(bench)));
        Assert.Equal([0, 900, 1800, 2350], Skips(bench, Whole));
        Assert.Equal([0, 1900, 2500], Skips(bench, Modified));
        Assert.Equal(["2000"], Queries(bench, Modified).Select(static query => query["select"]).Distinct());
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task W2_V2_RowsThatMoveUpWhileTheBookIsRead_AreNotSkipped()
    {
        var line = new LineWithHook();
        await using var bench = await SyncBench.StartAsync(new Shop(), ByBook, line.Register);
        var book = bench.Remote.CreateAddressBook("Customers");
        bench.Remote.AddContacts("many{0}@example.com", 0, 2100, [book]);
        line.Before = request =>
        {
            if (request.Contains($"/{book}/contacts?", StringComparison.Ordinal) && !request.Contains("skip=0", StringComparison.Ordinal))
            {
                foreach (var i in Enumerable.Range(0, 50))
                {
                    bench.Remote.RemoveFromAddressBook($"many{i}@example.com", book);
                }
            }
        };

        await SyncBench.SucceedAsync(bench.ImportAsync());

        Assert.Equal(2050, bench.ReachableIn().Count);
        Assert.Equal(2100, await CountAsync(bench));
    }

    [Fact]
    public async Task W2_V2_AnInterruptedRead_GoesOnWhereItWas_AfterARestart()
    {
        await using var bench = await SyncBench.StartAsync(new Shop(), ByBook);
        var book = bench.Remote.CreateAddressBook("Customers");
        bench.Remote.AddContacts("many{0}@example.com", 0, 2100, [book]);
        bench.Emulator.Faults.Add(new Fault(FaultKind.Refuse) { Operation = Whole, After = 2 });

        var cut = await bench.ImportAsync();
        var (stored, between) = (await CountAsync(bench), await bench.WatermarkAsync(StepNames.ImportContacts, book));
        var isReadBetween = (await BookAsync(bench, book)).LastImportedAt is not null;
        await bench.RestartAsync();
        bench.Wait(5);
        bench.Remote.ClearRequests();
        await SyncBench.SucceedAsync(bench.ImportAsync());

        Assert.Contains(cut.Failures, static step => step is { Step: StepNames.ImportContacts, Read: 2000 });
        Assert.Equal((1900, null, false), (stored, between.At, isReadBetween));
        Assert.StartsWith("1900:", between.Cursor, StringComparison.Ordinal);
        Assert.Equal([1800, 2100], Skips(bench, Whole));
        Assert.Equal(2100, await CountAsync(bench));
        Assert.Equal(between.BeganAt, (await bench.WatermarkAsync(StepNames.ImportContacts, book)).At);
        Assert.NotNull((await BookAsync(bench, book)).LastImportedAt);
    }

    [Fact]
    public async Task W2_V2_OneHugeBook_IsReadASliceARun_AndAgainFromItsBeginningWhenThePlaceIsGone()
    {
        await using var bench = await SyncBench.StartAsync(new Shop(), static options => (options.ContactsRead, options.LongReadSlice) = (ContactsRead.V2, TimeSpan.Zero));
        var book = bench.Remote.CreateAddressBook("Customers");
        bench.Remote.AddContacts("many{0}@example.com", 0, 3100, [book]);

        Assert.True(await IsCutAsync(bench));
        Assert.True(await IsCutAsync(bench));
        Assert.Equal([0, 900], Skips(bench, Whole));
        var place = await bench.WatermarkAsync(StepNames.ImportContacts, book);
        Assert.Null(place.At);

        // More go than a page reaches back: what follows the place may have gone by unseen.
        for (var i = 0; i < 150; i++)
        {
            bench.Remote.RemoveFromAddressBook($"many{i}@example.com", book);
        }

        bench.Wait(5);
        await bench.RestartAsync();
        bench.Remote.ClearRequests();
        for (var runs = 1; await IsCutAsync(bench); runs++)
        {
            Assert.True(runs < 10);
            Assert.Null((await bench.WatermarkAsync(StepNames.ImportContacts, book)).At);
            bench.Wait(5);
        }

        Assert.Equal([1800, 0, 900, 1800, 2700, 2850, 2950], Skips(bench, Whole));
        Assert.Equal(3100, await CountAsync(bench));
        Assert.Equal((place.BeganAt, null), ((await bench.WatermarkAsync(StepNames.ImportContacts, book)) is var done ? (done.At, done.Cursor) : default));
    }

    private static async Task<bool> IsCutAsync(SyncBench bench)
    {
        var report = await bench.ImportAsync();
        Assert.Empty(report.Failures);
        return report.Steps.Single(static step => step.Step == StepNames.ImportContacts).Continues;
    }

    [Fact]
    public async Task OP6_V2_ABookThatCannotBeRead_HoldsBackItsOwnSends_AndNoOthers()
    {
        var (customers, vips) = (new Shop(), new Shop());
        customers.Add(SyncBench.Customers(3));
        vips.Add(new ShopRow("V1", "v1@example.com"), new ShopRow("V2", "v2@example.com"));
        await using var bench = await SyncBench.StartAsync([customers.AsList("customers", "Customers"), vips.AsList("vips", "Vips")], ByBook);
        var broken = bench.Remote.CreateAddressBook("Customers");
        bench.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = $"/v2/address-books/{broken}/contacts", Times = null });

        var report = await bench.CycleAsync();
        bench.Wait(10);
        await SyncBench.SucceedAsync(bench.StatusAsync());

        Assert.Equal([StepNames.ImportContacts], report.Failures.Select(static step => step.Step));
        Assert.Empty(bench.ReachableIn());
        Assert.Equal(["v1@example.com", "v2@example.com"], bench.ReachableIn("Vips"));
        Assert.Null((await BookAsync(bench, broken)).LastImportedAt);
        bench.Emulator.Faults.Clear();
        await bench.RunUntilQuietAsync();
        Assert.Equal(3, bench.ReachableIn().Count);
    }

    [Fact]
    public async Task IM3_V2_AnAccountOutOfCalls_GoesOnWithTheBooksThatWereNotReached()
    {
        await using var bench = await SyncBench.StartAsync(new Shop(), static options =>
        {
            ByBook(options);
            options.Client.MaxRateLimitWait = TimeSpan.Zero;
        });
        int[] books = [bench.Remote.CreateAddressBook("Customers"), bench.Remote.CreateAddressBook("Vips")];
        bench.Emulator.Faults.Add(new Fault(FaultKind.TooManyRequests) { Operation = Whole, After = 1 });
        var cut = await bench.ImportAsync();
        var reached = books.Single(id => bench.Remote.Requests.First(static request => request.Operation == Whole).PathAndQuery.Contains($"/{id}/", StringComparison.Ordinal));
        bench.Wait(60);
        await bench.RestartAsync();
        bench.Remote.ClearRequests();

        await SyncBench.SucceedAsync(bench.ImportAsync());

        Assert.Contains(StepNames.ImportContacts, cut.Failures.Select(static step => step.Step));
        Assert.Equal([Whole, Modified], bench.Remote.Requests.Where(static request => request.Operation is Whole or Modified).Select(static request => request.Operation));
        Assert.Contains($"/{books.Single(id => id != reached)}/", bench.Remote.Requests.Single(static request => request.Operation == Whole).PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IM3_V2_SomebodyInTwoBooks_IsOneContactWithOneSnapshot_AndHisStatusIsHisOwn()
    {
        await using var bench = await SyncBench.StartAsync(new Shop(), ByBook);
        int[] books = [bench.Remote.CreateAddressBook("Customers"), bench.Remote.CreateAddressBook("Vips")];
        bench.Remote.AddContact("both@example.com", books, new Dictionary<string, string?> { ["TOWN"] = "Ulm", ["POINTS"] = null });
        bench.Remote.AddContact("bounced@example.com", books, status: EmulatedStatus.HardBounced);
        bench.Remote.AddContact("left@example.com", books);
        bench.Remote.Unsubscribe("left@example.com", books[1]);

        await SyncBench.SucceedAsync(bench.ImportAsync());
        await SyncBench.SucceedAsync(bench.ImportAsync());

        var both = (await bench.ContactAsync("both@example.com"))!;
        Assert.Equal(("Ulm", null, 1), (both.Snapshot["TOWN"], both.Snapshot["POINTS"], both.SnapshotVersion));
        Assert.NotNull(await bench.MembershipAsync("both@example.com"));
        Assert.NotNull(await bench.MembershipAsync("both@example.com", "Vips"));
        Assert.Equal("HardBounced", (await bench.ContactAsync("bounced@example.com"))!.Status.Value);
        Assert.Equal(Reachability.Reachable, (await bench.ContactAsync("left@example.com"))!.Status.Reachability);
        Assert.Equal(Reachability.Reachable, (await bench.MembershipAsync("left@example.com"))!.Status.Reachability);
        Assert.NotEqual(Reachability.Reachable, (await bench.MembershipAsync("left@example.com", "Vips"))?.Status.Reachability);
    }

    [Fact]
    public async Task IM3_V2_AfterV3_AndBackAgain_NothingIsSentAgain_AndNoEditIsMissed()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(20));
        var read = ContactsRead.V3;
        await using var bench = await SyncBench.StartAsync(shop, options => options.ContactsRead = read);
        await bench.RunUntilQuietAsync();
        var sent = bench.Remote.CountOf(ImportCsv);
        foreach (var (next, points) in new[] { (ContactsRead.V2, "71"), (ContactsRead.V3, "72") })
        {
            bench.Remote.SetDataField("c1@example.com", "POINTS", points);
            bench.Wait(60);
            read = next;
            await bench.RestartAsync();

            await bench.RunUntilQuietAsync();

            Assert.Equal(points, (await bench.ContactAsync("c1@example.com"))!.Snapshot["POINTS"]);
        }

        Assert.Equal(sent, bench.Remote.CountOf(ImportCsv));
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task IM12_V2_SomebodyRemovedInDotdigital_IsFoundWithoutV3()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(5));
        var handler = new RecordingHandler();
        await using var bench = await SyncBench.StartAsync(shop, ByBook, handler.AddTo);
        await bench.RunUntilQuietAsync();
        bench.Remote.RemoveFromAddressBook("c1@example.com", bench.Book());
        bench.Wait(60 * 25);

        await bench.RunUntilQuietAsync();

        Assert.Equal("c1@example.com", Assert.Single(handler.Accepted.OfType<MembershipRemovedRemotely>()).Email);
        Assert.Equal(0, bench.Remote.CountOf(V3Contacts));
    }

    private static void ByBook(DotdigitalIntegrationOptions options) => options.ContactsRead = ContactsRead.V2;

    private static async Task<AddressBookRecord> BookAsync(SyncBench bench, int id) =>
        (await bench.ReadAsync(unit => unit.AddressBooks.GetAllAsync(SyncBench.Cancel))).Single(book => book.Id == id);

    private static Task<long> CountAsync(SyncBench bench) => bench.ReadAsync(unit => unit.Contacts.CountAsync(SyncBench.Cancel));

    private static (long Read, long Added, long Updated, long Skipped) Counts(SyncReport report)
    {
        var step = Assert.Single(report.Steps, static step => step.Step == StepNames.ImportContacts);
        return (step.Read, step.Added, step.Updated, step.Skipped);
    }

    private static IEnumerable<Dictionary<string, string>> Queries(SyncBench bench, string operation) =>
        bench.Remote.Requests.Where(request => request.Operation == operation && request.PathAndQuery.Contains($"/{bench.Book()}/", StringComparison.Ordinal))
            .Select(static request => request.PathAndQuery.Split('?')[1].Split('&').Select(static pair => pair.Split('=')).ToDictionary(static pair => pair[0], static pair => pair[1]));

    private static IEnumerable<int> Skips(SyncBench bench, string operation) =>
        Queries(bench, operation).Select(static query => int.Parse(query["skip"], System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A network on which something happens before a request goes out.</summary>
    private sealed class LineWithHook
    {
        public Action<string>? Before { get; set; }

        public void Register(DotdigitalIntegrationBuilder builder) =>
            builder.Services.ConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(handlers => handlers.AdditionalHandlers.Add(new Handler(this))));

        private sealed class Handler(LineWithHook line) : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                line.Before?.Invoke(request.RequestUri!.PathAndQuery);
                return base.SendAsync(request, cancellationToken);
            }
        }
    }
}

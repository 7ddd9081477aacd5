using System.Net;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Dashboard;

/// <summary>Connecting a list, looking first, and moving it to another book.</summary>
public sealed class ConnectTests
{
    private static readonly string Form = $"lists/connect?list={Uri.EscapeDataString(DashboardBench.Odd)}";
    private static readonly (string, string)[] Newsletter = [("account", "main"), ("list", DashboardBench.Newsletter)];

    [Fact]
    public async Task CN4_Connect_IsPreviewedWithNumbersAndExamples_AndConnectsNothing()
    {
        await using var bench = await DashboardBench.StartAsync();
        bench.Shop.Rows["9999"] = ["not an address", "A", "B", "C", 1];
        await bench.CycleAsync();
        using var admin = bench.Visit();
        var book = bench.Remote.AddressBooks.Single(static book => book.Name.StartsWith("Free", StringComparison.Ordinal)).Id;

        var existing = await admin.SendAsync(Form, "lists/connect", ("account", "main"), ("list", DashboardBench.Odd), ("book", $"{book}"), ("act", "preview"));
        var fresh = await admin.SendAsync(Form, "lists/connect", ("account", "main"), ("list", DashboardBench.Odd), ("book", "new"), ("new-book", "VIPs"), ("act", "preview"));

        foreach (var page in new[] { existing, fresh })
        {
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("Nothing was connected, created or sent", page.Text, StringComparison.Ordinal);
            Assert.Contains("To add 12", page.Text, StringComparison.Ordinal);
            Assert.Contains("c1@example.com", page.Text, StringComparison.Ordinal);
            Assert.Contains("The email address is not valid", page.Text, StringComparison.Ordinal);
        }

        Assert.Contains($"<option value=\"{book}\" selected", existing.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"VIPs\"", fresh.Html, StringComparison.Ordinal);
        Assert.Single(await bench.Connections.GetConnectionsAsync(DashboardBench.Id, DashboardBench.Cancel));
        Assert.DoesNotContain(bench.Remote.AddressBooks, static known => known.Name == "VIPs");
    }

    [Fact]
    public async Task Connect_AmongThousandsOfBooks_IsPagedAndSearched_AndTakesNoMoreStatements()
    {
        await using var few = await DashboardBench.StartAsync();
        await few.CycleAsync();
        await using var bench = await DashboardBench.StartAsync(books: 2000);
        await bench.CycleAsync();
        using var admin = bench.Visit();
        using var adminOfFew = few.Visit();

        var first = await admin.GetAsync(Form);
        var second = await admin.GetAsync($"{Form}&skip=100");
        var found = await admin.GetAsync($"{Form}&filter=BOOK%20177");
        var none = await admin.GetAsync($"{Form}&filter=nothing");

        Assert.Contains("1 to 100 of 2,001 free address books", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(">Book 0101 (", first.Html, StringComparison.Ordinal);
        Assert.Contains(">Book 0101 (", second.Html, StringComparison.Ordinal);
        Assert.Contains("1 to 10 of 10 that match", found.Text, StringComparison.Ordinal);
        Assert.Contains(">Book 1779 (", found.Html, StringComparison.Ordinal);
        Assert.Contains("None of 0 that match", none.Text, StringComparison.Ordinal);
        Assert.True(first.Html.Length < 40_000, $"{first.Html.Length} characters");
        foreach (var page in new[] { Form, "lists", "lists/list?list=newsletter" })
        {
            await admin.GetAsync(page);
            await adminOfFew.GetAsync(page);
            Assert.Equal(await few.CountStatementsAsync(() => adminOfFew.GetAsync(page)), await bench.CountStatementsAsync(() => admin.GetAsync(page)));
        }
    }

    [Fact]
    public async Task Connect_KeepsTheSearchWhenItIsRefused()
    {
        await using var bench = await DashboardBench.StartAsync(books: 200);
        await bench.CycleAsync();
        using var admin = bench.Visit();

        var refused = await admin.SendAsync(Form, "lists/connect", ("account", "main"), ("list", DashboardBench.Odd), ("filter", "Book 00"), ("book", ""));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("1 to 99 of 99 that match", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CN2_Switch_MovesTheListToAnotherBook_OnceTheMembersFateIsChosen()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        using var admin = bench.Visit();
        var book = bench.Remote.AddressBooks.Single(static book => book.Name.StartsWith("Free", StringComparison.Ordinal)).Id;

        var preview = await admin.SendAsync("lists/switch?list=newsletter", "lists/switch", [.. Newsletter, ("book", $"{book}"), ("act", "preview")]);
        var undecided = await admin.SendAsync("lists/switch?list=newsletter", "lists/switch", [.. Newsletter, ("book", $"{book}")]);
        var before = (await bench.Connections.GetConnectionsAsync(DashboardBench.Id, DashboardBench.Cancel)).Single();
        var switched = await admin.SendAsync("lists/switch?list=newsletter", "lists/switch", [.. Newsletter, ("book", $"{book}"), ("members", "remove")]);

        Assert.Contains("To add 12", preview.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, undecided.Status);
        Assert.Contains("Choose what becomes of the members", undecided.Text, StringComparison.Ordinal);
        Assert.Equal(ConnectionState.Live, before.State);
        Assert.Contains("goes to the other address book", (await admin.GetAsync(switched.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(book, (await bench.Connections.GetConnectionsAsync(DashboardBench.Id, DashboardBench.Cancel)).Single(static connection => connection.State == ConnectionState.Live).AddressBookId);
        await bench.SettleAsync();
        Assert.Equal([0, 12], bench.Remote.AddressBooks.Where(known => known.Name == "Newsletter" || known.Id == book).OrderBy(known => known.Id == book).Select(static known => known.Subscribed));
    }

    [Fact]
    public async Task WithSeveralAccounts_EachPageIsAboutOne_AndAListGoesToTheBookOfTheChosen()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        var remote = bench.Emulator.Account("second");
        var book = remote.CreateAddressBook("Book of the second");
        remote.AddContact("c1@example.com", [book]);
        await bench.Services.GetRequiredService<IAccountService>().AddAsync(
            new AccountId("second"), new AccountSettings { Name = "Second", UserName = remote.UserName, Password = remote.Password, Endpoint = bench.Emulator.BaseAddress }, DashboardBench.Cancel);
        await bench.Services.GetRequiredService<ISyncOrchestrator>().RunCycleAsync(new AccountId("second"), cancellationToken: DashboardBench.Cancel);
        using var admin = bench.Visit();

        var first = await admin.GetAsync(Form);
        var second = await admin.GetAsync($"{Form}&account=second");
        var connected = await admin.SendAsync(Form, "lists/connect", ("account", "second"), ("list", DashboardBench.Odd), ("book", $"{book}"));
        var lists = await admin.GetAsync("lists");
        var person = await admin.SendAsync("people", "people", ("email", "c1@example.com"));

        Assert.DoesNotContain("Book of the second", first.Text, StringComparison.Ordinal);
        Assert.Contains("Book of the second", second.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, connected.Status);
        Assert.Contains("Book of the second Second", lists.Text, StringComparison.Ordinal);
        Assert.Contains("c1@example.com in main", person.Text, StringComparison.Ordinal);
        Assert.Contains("c1@example.com in Second", person.Text, StringComparison.Ordinal);
        foreach (var page in new[] { "mappings", "data-fields", "campaigns", "email-studio" })
        {
            Assert.Contains("aria-current=\"true\">Second<", (await admin.GetAsync($"{page}?account=second")).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task DataFields_AreRefreshedFromTheListsPage()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        bench.Remote.CreateDataField("NEWCOMER", Sdk.Emulator.DataFields.DataFieldType.String);
        using var admin = bench.Visit();

        var answer = await admin.SendAsync("lists/list?list=newsletter", "lists/read-fields", Newsletter);

        Assert.Contains("The data fields were read", (await admin.GetAsync(answer.Location!)).Text, StringComparison.Ordinal);
        Assert.Contains(await bench.Services.GetRequiredService<IDataFieldService>().GetAllAsync(DashboardBench.Id, DashboardBench.Cancel), static field => field.Name == "NEWCOMER");
    }

    [Fact]
    public async Task SyncNow_OfAListThatIsNotConnected_IsRefused()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.CycleAsync();
        using var admin = bench.Visit();

        var answer = await admin.SendAsync("people", "lists/sync", ("account", "main"), ("list", DashboardBench.Odd));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("is not connected", answer.Text, StringComparison.Ordinal);
    }
}

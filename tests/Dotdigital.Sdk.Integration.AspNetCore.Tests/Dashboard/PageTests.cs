using System.Net;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.MarketingLists;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Dashboard;

/// <summary>Lists, people and errors.</summary>
public sealed class PageTests
{
    private static readonly (string, string)[] NewsletterFields = [("account", "main"), ("list", DashboardBench.Newsletter)];

    [Fact]
    public async Task Lists_ShowWhereEachStands_WithNamesEncoded()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        using var viewer = bench.Visit(DashboardBench.Viewer);

        var page = await viewer.GetAsync();

        Assert.Contains("In step", page.Text, StringComparison.Ordinal);
        Assert.Contains("Not connected", page.Text, StringComparison.Ordinal);
        Assert.Contains(DashboardBench.Odd, page.Text.Replace("\u00a0", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_AFreeBook_GoesToTheListAndLoadingAgainRepeatsNothing()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.CycleAsync();
        using var admin = bench.Visit();
        var form = $"lists/connect?list={Uri.EscapeDataString(DashboardBench.Odd)}";
        var book = bench.Remote.AddressBooks.Single(static book => book.Name.StartsWith("Free", StringComparison.Ordinal)).Id;

        var shown = await admin.GetAsync(form);
        Assert.Contains("Free &lt;i&gt;book&lt;/i&gt;", shown.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(">Newsletter (", shown.Html, StringComparison.Ordinal);
        var answer = await admin.SendAsync(form, "lists/connect", ("account", "main"), ("list", DashboardBench.Odd), ("book", $"{book}"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        var page = await admin.GetAsync(answer.Location!);
        Assert.Contains("The list is connected", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await bench.Connections.GetConnectionsAsync(DashboardBench.Id, DashboardBench.Cancel)).Count);
    }

    [Fact]
    public async Task Connect_ANewBook_CreatesIt_AndATakenOneIsToldWithTheFormKept()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.CycleAsync();
        using var admin = bench.Visit();
        var form = $"lists/connect?list={Uri.EscapeDataString(DashboardBench.Odd)}";

        var taken = await admin.SendAsync(form, "lists/connect", ("account", "main"), ("list", DashboardBench.Odd), ("book", "new"), ("new-book", "Newsletter"));
        Assert.Equal(HttpStatusCode.BadRequest, taken.Status);
        Assert.Contains("connect each list to a book of its own", taken.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Newsletter\"", taken.Html, StringComparison.Ordinal);
        var created = await admin.SendAsync(form, "lists/connect", ("account", "main"), ("list", DashboardBench.Odd), ("book", "new"), ("new-book", "VIPs"));

        Assert.Equal(HttpStatusCode.SeeOther, created.Status);
        Assert.Contains(bench.Remote.AddressBooks, static book => book.Name == "VIPs");
    }

    [Fact]
    public async Task SyncNow_AsksForARun()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        var locks = bench.Services.GetRequiredService<Storage.ISyncStore>().Locks;
        await locks.TakeRequestsAsync(DashboardBench.Id, DashboardBench.Cancel);
        using var admin = bench.Visit();

        var answer = await admin.SendAsync("lists/list?list=newsletter", "lists/sync", NewsletterFields);

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Contains("cycle", await locks.TakeRequestsAsync(DashboardBench.Id, DashboardBench.Cancel));
    }

    [Fact]
    public async Task Options_PauseAndDisconnect_AreStored()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        using var admin = bench.Visit();

        await admin.SendAsync("lists/list?list=newsletter", "lists/options", [.. NewsletterFields, ("opt-out", "UnsubscribeFromAccount"), ("leavers", "LeaveInAddressBook")]);
        var changed = (await bench.Connections.GetConnectionsAsync(DashboardBench.Id, DashboardBench.Cancel)).Single().Settings;
        Assert.Equal(new ConnectionSettings { CreateEntities = false, OptOutAction = Storage.OptOutAction.UnsubscribeFromAccount, LeaverAction = Storage.LeaverAction.LeaveInAddressBook }, changed);
        var unable = await admin.SendAsync("lists/list?list=newsletter", "lists/options", [.. NewsletterFields, ("opt-out", "UnsubscribeFromAccount"), ("leavers", "LeaveInAddressBook"), ("create-entities", "1")]);
        Assert.Equal(HttpStatusCode.Conflict, unable.Status);
        Assert.Contains("it has no writer", unable.Text, StringComparison.Ordinal);
        await admin.SendAsync("lists/list?list=newsletter", "lists/disable", NewsletterFields);
        Assert.Contains("Paused", (await admin.GetAsync()).Text, StringComparison.Ordinal);
        var undecided = await admin.SendAsync("lists/list?list=newsletter", "lists/disconnect", NewsletterFields);
        Assert.Equal(HttpStatusCode.BadRequest, undecided.Status);
        await admin.SendAsync("lists/list?list=newsletter", "lists/disconnect", [.. NewsletterFields, ("members", "leave")]);

        Assert.Equal(ConnectionState.Ended, (await bench.Connections.GetConnectionsAsync(DashboardBench.Id, DashboardBench.Cancel)).Single().State);
    }

    [Fact]
    public async Task Removal_ThatWaits_IsShownPlannedAndConfirmed()
    {
        await using var bench = await DashboardBench.StartAsync(customers: 20);
        await bench.SettleAsync();
        bench.Shop.Rows.Clear();
        await bench.CycleAsync();
        using var admin = bench.Visit();

        var plan = await admin.GetAsync("lists/plan?account=main&list=newsletter");
        Assert.Contains("The removal would wait for a confirmation", plan.Text, StringComparison.Ordinal);
        Assert.Contains("c1@example.com", plan.Text, StringComparison.Ordinal);
        var list = await admin.GetAsync("lists/list?list=newsletter");
        Assert.Contains("20 of 20 members are to be removed", list.Text, StringComparison.Ordinal);
        var unsure = await admin.SendAsync("lists/list?list=newsletter", "lists/confirm-removal", [.. NewsletterFields, ("leavers", "20")]);
        Assert.Equal(HttpStatusCode.BadRequest, unsure.Status);
        await admin.SendAsync("lists/list?list=newsletter", "lists/confirm-removal", [.. NewsletterFields, ("leavers", "20"), ("sure", "1")]);

        Assert.Null((await bench.Services.GetRequiredService<IMarketingListStatusReader>().GetListStatusAsync(DashboardBench.Id, DashboardBench.Newsletter, DashboardBench.Cancel))!.PendingRemoval);
    }

    [Fact]
    public async Task SetAside_ShowsTheRowsAndTheirReasons()
    {
        await using var bench = await DashboardBench.StartAsync();
        bench.Shop.Rows["9998"] = ["no address <script>", "A", "B", "C", 1];
        bench.Shop.Rows["9999"] = [null, "A", "B", "C", 1];
        await bench.SettleAsync();
        using var viewer = bench.Visit(DashboardBench.Viewer);

        var page = await viewer.GetAsync("lists/set-aside?account=main&list=newsletter");

        Assert.Contains("9998", page.Text, StringComparison.Ordinal);
        Assert.Contains("No email address", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_IsExplainedInOneSentenceAList_AndKeptOutOfAddresses()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        bench.Remote.Unsubscribe("c3@example.com", bench.Remote.AddressBooks.Single(static book => book.Name == "Newsletter").Id);
        await bench.CycleAsync();
        using var viewer = bench.Visit(DashboardBench.Viewer);

        var well = await viewer.SendAsync("people", "people", ("email", " C1@Example.com "));
        var gone = await viewer.SendAsync("people", "people", ("email", "c3@example.com"));
        var wrong = await viewer.SendAsync("people", "people", ("email", "<script>alert(1)</script>"));

        Assert.Contains("Exported", well.Text, StringComparison.Ordinal);
        Assert.Contains("Not exported", gone.Text, StringComparison.Ordinal);
        Assert.Contains("unsubscribed", gone.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.DoesNotContain("<script>alert", wrong.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(gone.Links, static link => link.Contains("c3@", StringComparison.Ordinal) || link.Contains("c3%40", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Person_HasAHistory_InWords_AndPaged()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        var book = bench.Remote.AddressBooks.Single(static book => book.Name == "Newsletter").Id;
        for (var i = 1; i <= 30; i++)
        {
            bench.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
            var campaign = bench.Remote.CreateCampaign($"Mailing {i} <b>");
            bench.Remote.SendCampaign(campaign, book);
            for (var open = 0; open < i; open++)
            {
                bench.Remote.Open(campaign, "c1@example.com");
            }
        }

        bench.Emulator.Clock.Advance(TimeSpan.FromHours(2));
        bench.Remote.Unsubscribe("c1@example.com", book);
        await bench.CycleAsync();
        using var viewer = bench.Visit(DashboardBench.Viewer);

        var newest = await viewer.SendAsync("people", "people", ("email", "c1@example.com"));
        var older = await viewer.SendAsync("people", "people", ("email", "c1@example.com"), ("account", "main"), ("skip", "25"));
        var nobody = await viewer.SendAsync("people", "people", ("email", "nobody@example.com"));

        Assert.Contains("Opted out of an address book", newest.Text, StringComparison.Ordinal);
        Assert.Contains("Mailing 30 &lt;b&gt;", newest.Html, StringComparison.Ordinal);
        Assert.Contains("Opened 30 times", newest.Text, StringComparison.Ordinal);
        Assert.Contains(">Older<", newest.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Import ended", newest.Text, StringComparison.Ordinal);
        Assert.Contains("Import ended", older.Text, StringComparison.Ordinal);
        Assert.Contains("of 12 people: Finished", older.Text, StringComparison.Ordinal);
        Assert.Contains(">Newer<", older.Html, StringComparison.Ordinal);
        Assert.Contains("Nothing is stored of this person", nobody.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lists/list?list=unknown", HttpStatusCode.NotFound)]
    [InlineData("lists/list", HttpStatusCode.NotFound)]
    [InlineData("lists/plan?account=unknown&list=newsletter", HttpStatusCode.NotFound)]
    [InlineData("mappings/edit?account=main&entity=unknown", HttpStatusCode.NotFound)]
    [InlineData("accounts/edit?account=unknown", HttpStatusCode.NotFound)]
    public async Task WhatDoesNotExist_IsSaidInWords(string path, HttpStatusCode status)
    {
        await using var bench = await DashboardBench.StartAsync();
        using var admin = bench.Visit();

        var answer = await admin.GetAsync(path);

        Assert.Equal(status, answer.Status);
        Assert.Contains("role=\"alert\"", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeadDatabase_IsAPageThatSaysSo_WithoutAStackTrace()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.CycleAsync();
        await bench.BreakStoreAsync();
        using var admin = bench.Visit();

        var answer = await admin.GetAsync("lists");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        Assert.Contains("Check that its database runs", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("dotdigital_connections", answer.Html, StringComparison.Ordinal);
    }
}

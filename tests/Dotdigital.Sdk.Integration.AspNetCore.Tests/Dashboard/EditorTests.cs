using System.Net;
using System.Text.Json;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Campaigns;
using Dotdigital.Sdk.Integration.Mapping;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Dashboard;

/// <summary>The mapping's and the account's forms.</summary>
public sealed class EditorTests
{
    private const string Editor = "mappings/edit?account=main&entity=Customer";

    [Fact]
    public async Task Mapping_IsPreviewedThenSaved()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        using var admin = bench.Visit();
        var service = bench.Services.GetRequiredService<IMappingService>();

        var preview = await admin.SendAsync(Editor, "mappings/edit", Rows("preview", 0, ("FIRSTNAME", ["FirstName"]), ("TOWN", ["Town"])));
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("12 members are compared", preview.Text, StringComparison.Ordinal);
        Assert.Equal(MappingSource.Code, (await service.GetAsync(DashboardBench.Id, "Customer", DashboardBench.Cancel)).Source);
        var saved = await admin.SendAsync(Editor, "mappings/edit", Rows("save", 0, ("FIRSTNAME", ["FirstName"]), ("TOWN", ["Town"])));

        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        Assert.Equal(["FIRSTNAME", "TOWN"], (await service.GetAsync(DashboardBench.Id, "Customer", DashboardBench.Cancel)).Rows.Select(static row => row.DataField));
    }

    [Fact]
    public async Task Mapping_RowsAreAddedAndTakenOutWithoutSaving()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        using var admin = bench.Visit();

        var more = await admin.SendAsync(Editor, "mappings/edit", Rows("add", 0, ("FIRSTNAME", ["FirstName"])));
        var less = await admin.SendAsync(Editor, "mappings/edit", Rows("remove-0", 0, ("FIRSTNAME", ["FirstName"]), ("TOWN", ["Town"])));

        Assert.Contains("name=\"r1-data-field\"", more.Html, StringComparison.Ordinal);
        Assert.Contains("<legend>TOWN</legend>", less.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<legend>FIRSTNAME</legend>", less.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mapping_ThatDoesNotFit_IsRefusedWithAllReasonsAndTheFormKept()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        using var admin = bench.Visit();

        var answer = await admin.SendAsync(Editor, "mappings/edit", Rows("save", 0, ("POINTS", ["FirstName", "LastName"]), ("TOWN", ["Town"])));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("Nothing was changed", answer.Text, StringComparison.Ordinal);
        Assert.Contains("<legend>POINTS</legend>", answer.Html, StringComparison.Ordinal);
        Assert.Contains("Town &lt;b&gt;of residence&lt;/b&gt;", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MP2_AFormThatIsBeingFilledIn_IsCheckedRowByRow_AndNothingIsStored()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        using var admin = bench.Visit();

        var wrong = await admin.SendAsync(Editor, "mappings/check", Rows("", 0, ("", []), ("POINTS", ["Town"]), ("", ["Town"]), ("TOWN", ["Town"]), ("town", ["LastName"])));
        var right = await admin.SendAsync(Editor, "mappings/check", Rows("", 0, ("FIRSTNAME", ["FirstName"]), ("", []), ("TOWN", ["Town"])));
        var page = await admin.SendAsync(Editor, "mappings/edit", Rows("preview", 0, ("POINTS", ["Town"])));

        Assert.StartsWith("application/json", wrong.Headers["Content-Type"], StringComparison.Ordinal);
        using var told = JsonDocument.Parse(wrong.Html);
        var rows = told.RootElement.GetProperty("rows");
        Assert.Equal(["1", "2", "4"], rows.EnumerateObject().Select(static row => row.Name));
        Assert.Contains("is Numeric, and 'Town' is a String", rows.GetProperty("1").GetString(), StringComparison.Ordinal);
        Assert.Equal("Choose a data field for Town.", rows.GetProperty("2").GetString());
        Assert.Contains("is mapped twice", rows.GetProperty("4").GetString(), StringComparison.Ordinal);
        Assert.False(told.RootElement.GetProperty("isUsable").GetBoolean());
        using var fine = JsonDocument.Parse(right.Html);
        Assert.True(fine.RootElement.GetProperty("isUsable").GetBoolean());
        Assert.Contains("12 members are compared", fine.RootElement.GetProperty("summary").GetString(), StringComparison.Ordinal);
        Assert.Contains("is Numeric, and", page.Text, StringComparison.Ordinal);
        Assert.Equal(MappingSource.Code, (await bench.Services.GetRequiredService<IMappingService>().GetAsync(DashboardBench.Id, "Customer", DashboardBench.Cancel)).Source);
    }

    [Fact]
    public async Task DF3_WhatUsesADataField_IsShownBeforeItIsDeleted()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        using var admin = bench.Visit();
        await admin.SendAsync(Editor, "mappings/edit", Rows("save", 0, ("TOWN", ["Town"])));

        var used = await admin.GetAsync("data-fields/delete?account=main&name=TOWN");
        var free = await admin.GetAsync("data-fields/delete?account=main&name=POINTS");

        Assert.Contains("Mapping of Customer", used.Text, StringComparison.Ordinal);
        Assert.Contains("No mapping uses it", free.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mapping_OfTwoEditors_TheSecondIsTold()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        using var first = bench.Visit();
        using var second = bench.Visit();

        var won = await first.SendAsync(Editor, "mappings/edit", Rows("save", 0, ("TOWN", ["Town"])));
        var lost = await second.SendAsync(Editor, "mappings/edit", Rows("save", 0, ("POINTS", ["Points"])));

        Assert.Equal(HttpStatusCode.SeeOther, won.Status);
        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("Somebody else saved this mapping", lost.Text, StringComparison.Ordinal);
        Assert.Contains("<legend>POINTS</legend>", lost.Html, StringComparison.Ordinal);
        var kept = await bench.Services.GetRequiredService<IMappingService>().GetAsync(DashboardBench.Id, "Customer", DashboardBench.Cancel);
        Assert.Equal(["TOWN"], kept.Rows.Select(static row => row.DataField));
    }

    [Fact]
    public async Task Account_IsAddedAndEdited_AndItsSecretsNeverComeBack()
    {
        await using var bench = await DashboardBench.StartAsync();
        using var admin = bench.Visit();
        (string, string)[] fields = [("account", "second"), ("name", "Second <b>one</b>"), ("user-name", "apiuser-2@apiconnector.com"), ("password", "s3cret-pass"), ("client-id", "client"), ("client-secret", "s3cret-client")];

        var refused = await admin.SendAsync("accounts/add", "accounts/add", [.. fields, ("endpoint", "not an address")]);
        var added = await admin.SendAsync("accounts/add", "accounts/add", [.. fields, ("act", "save")]);
        var edited = await admin.SendAsync("accounts", "accounts/edit", ("account", "second"), ("name", "Renamed"), ("user-name", "apiuser-2@apiconnector.com"), ("client-id", "client"), ("cycle-minutes", "7"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(HttpStatusCode.SeeOther, added.Status);
        Assert.Equal(HttpStatusCode.SeeOther, edited.Status);
        foreach (var page in new[] { refused, await admin.GetAsync("accounts"), await admin.GetAsync("accounts/edit?account=second") })
        {
            Assert.DoesNotContain("s3cret", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>", page.Html, StringComparison.Ordinal);
        }

        var stored = await bench.Services.GetRequiredService<IAccountService>().FindAsync(new AccountId("second"), DashboardBench.Cancel);
        Assert.Equal(("Renamed", TimeSpan.FromMinutes(7), false), (stored!.Name, stored.CycleInterval, stored.IsEnabled));
    }

    [Fact]
    public async Task Account_Check_SaysWhatFailed()
    {
        await using var bench = await DashboardBench.StartAsync();
        using var admin = bench.Visit();

        var works = await admin.SendAsync("accounts", "accounts/check", ("account", "main"));
        var fails = await admin.SendAsync(
            "accounts",
            "accounts/edit",
            ("account", "main"),
            ("user-name", bench.Remote.UserName),
            ("password", "wrong"),
            ("endpoint", bench.Emulator.BaseAddress.ToString()),
            ("act", "check"));

        Assert.Contains("Dotdigital accepts the API user", works.Text, StringComparison.Ordinal);
        Assert.Contains("The connection does not work", fails.Text, StringComparison.Ordinal);
        Assert.Equal(AccountOrigin.Configuration, (await bench.Services.GetRequiredService<IAccountService>().FindAsync(DashboardBench.Id, DashboardBench.Cancel))!.Origin);
    }

    [Fact]
    public async Task DataField_ThatIsWrongOrInUse_IsRefusedWithTheReason()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        using var admin = bench.Visit();

        var wrong = await admin.SendAsync("data-fields", "data-fields/create", ("account", "main"), ("name", "no spaces allowed"), ("type", "String"), ("visibility", "Private"), ("notes", "kept <b>"));
        var deleted = await admin.SendAsync("data-fields", "data-fields/delete", ("account", "main"), ("name", "TOWN"));
        bench.Remote.AddDataFieldDependency("POINTS", "Campaign", 7);
        var remote = await admin.SendAsync("data-fields", "data-fields/delete", ("account", "main"), ("name", "POINTS"));

        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("value=\"no spaces allowed\"", wrong.Html, StringComparison.Ordinal);
        Assert.Contains("kept &lt;b&gt;", wrong.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, deleted.Status);
        Assert.Equal(HttpStatusCode.Conflict, remote.Status);
        Assert.Contains("Campaign", remote.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataFields_AreFiltered()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        using var viewer = bench.Visit(DashboardBench.Viewer);

        var page = await viewer.GetAsync("data-fields?account=main&filter=tow");

        Assert.Contains("TOWN", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("POINTS", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Campaigns_WithoutTwoToMerge_AreRefusedInWords()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        using var admin = bench.Visit();

        var same = await admin.SendAsync("people", "campaigns/merge", ("account", "main"), ("from", "a"), ("into", "a"));
        var unknown = await admin.SendAsync("people", "campaigns/merge", ("account", "main"), ("from", "a"), ("into", "b"));
        var gone = await admin.SendAsync("people", "activity/retry", ("account", "main"), ("event", "7f0c0f5e-3a0e-4d0c-9a39-1f4a3f4b8a10"));

        Assert.Equal(HttpStatusCode.BadRequest, same.Status);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.Status);
        Assert.Contains("no longer set aside", (await admin.GetAsync(gone.Location!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Campaigns_AreMerged_AndTheMergeIsShown()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.SettleAsync();
        await bench.SendCampaignAsync("One");
        await bench.SendCampaignAsync("Two");
        var links = bench.Services.GetRequiredService<ICampaignLinks>();
        foreach (var campaign in bench.Remote.Campaigns)
        {
            await links.AnswerAsync(DashboardBench.Id, campaign.Id, new HostCampaign(null, $"marketing <{campaign.Name}>"), DashboardBench.Cancel);
        }

        using var admin = bench.Visit();
        var merged = await admin.SendAsync("campaigns", "campaigns/merge", ("account", "main"), ("from", "marketing <One>"), ("into", "marketing <Two>"));

        Assert.Equal(HttpStatusCode.SeeOther, merged.Status);
        Assert.Equal([("marketing <One>", "marketing <Two>")], (await links.GetMergesAsync(DashboardBench.Id, DashboardBench.Cancel)).Select(static merge => (merge.FromId, merge.IntoId)));
        Assert.Contains("marketing &lt;One&gt;", (await admin.GetAsync(merged.Location!)).Html, StringComparison.Ordinal);
    }

    private static (string, string)[] Rows(string act, long version, params (string DataField, string[] Fields)[] rows) =>
    [
        ("account", "main"), ("entity", "Customer"), ("act", act), ("version", $"{version}"), ("rows", $"{rows.Length}"),
        .. rows.SelectMany(static (row, i) => row.Fields.Select((field, f) => ($"r{i}-f{f}", field)).Prepend(($"r{i}-data-field", row.DataField))),
    ];
}

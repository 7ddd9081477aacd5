using System.Net;
using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Dashboard;

/// <summary>What runs, what ran, what waits for a person, and when it runs.</summary>
public sealed class ActivityTests
{
    private static readonly AccountId Second = new("second");

    [Fact]
    public async Task Live_IsAPartOfAPage_WithTheRunUnderWayAndThoseThatAreOver()
    {
        await using var bench = await StartAsync();
        using var viewer = bench.Visit(DashboardBench.Viewer);
        var idle = await viewer.GetAsync("activity/live?account=main");
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        bench.Shop.BeforeKeys = () =>
        {
            reached.TrySetResult();
            return goOn.Task;
        };

        var cycle = bench.CycleAsync();
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(30), DashboardBench.Cancel);
        var running = await viewer.GetAsync("activity/live?account=main");
        var other = await viewer.GetAsync("activity/live?account=second");
        goOn.SetResult();
        await cycle;
        var over = await viewer.GetAsync("activity/live?account=main");

        Assert.DoesNotContain("<html", running.Html, StringComparison.Ordinal);
        Assert.Contains("No run is under way", idle.Text, StringComparison.Ordinal);
        Assert.Contains("Reading the list", running.Text, StringComparison.Ordinal);
        Assert.Contains("newsletter", running.Text, StringComparison.Ordinal);
        Assert.Contains("Address books", running.Text, StringComparison.Ordinal);
        Assert.Contains("API calls:", running.Text, StringComparison.Ordinal);
        Assert.Contains("No run is under way", other.Text, StringComparison.Ordinal);
        Assert.Contains("No run is under way", over.Text, StringComparison.Ordinal);
        Assert.Contains("Done", over.Text, StringComparison.Ordinal);
        Assert.Contains("Calls a minute, by tier", over.Text, StringComparison.Ordinal);
        var run = await viewer.GetAsync(over.Links.Single(static link => link.Contains("activity/run", StringComparison.Ordinal)));
        Assert.Contains("Sending contacts", run.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await viewer.GetAsync("activity/run?account=main&run=999")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await viewer.GetAsync("activity/live?account=nobody")).Status);
    }

    [Fact]
    public async Task RunOfAnotherProcess_IsSaidToBeSo_AndHowOldTheNewsIs()
    {
        await using var bench = await StartAsync();
        var store = bench.Services.GetRequiredService<ISyncStore>();
        var lease = await store.Locks.TryAcquireAsync(DashboardBench.Id, "node<9>:42:x", TimeSpan.FromMinutes(5), DashboardBench.Cancel);
        using var viewer = bench.Visit(DashboardBench.Viewer);

        var untold = await viewer.GetAsync("activity?account=main");
        var now = bench.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using (var unit = await store.BeginAsync(DashboardBench.Id, DashboardBench.Cancel))
        {
            await unit.Runs.SaveAsync(
                new RunRecord
                {
                    Id = lease!.Fence, Job = JobNames.Cycle, State = SyncRunState.Running, Process = "node<9>:42", StartedAt = now.AddMinutes(-3), SeenAt = now.AddSeconds(-7),
                    Details = """{"Step":"ImportContacts","Done":1200,"Total":5000}""",
                },
                DashboardBench.Cancel);
            await unit.CommitAsync(DashboardBench.Cancel);
        }

        var told = await viewer.GetAsync("activity?account=main");

        Assert.Contains("Another process (node<9>:42) runs it. It tells what it does every 5 seconds, and has not done so yet.", untold.Text, StringComparison.Ordinal);
        Assert.Contains("tells every 5 seconds how far it is", told.Text, StringComparison.Ordinal);
        Assert.Contains("1,200 of 5,000 rows", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("node<9>", told.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Job_IsAskedFor_AndAnUnknownOneIsNot()
    {
        await using var bench = await StartAsync();
        await bench.CycleAsync();
        var locks = bench.Services.GetRequiredService<ISyncStore>().Locks;
        await locks.TakeRequestsAsync(DashboardBench.Id, DashboardBench.Cancel);
        using var admin = bench.Visit();

        var asked = await admin.SendAsync("activity", "activity/request", ("account", "main"), ("job", JobNames.ExportStatus));
        var unknown = await admin.SendAsync("activity", "activity/request", ("account", "main"), ("job", JobNames.Plan));
        using var viewer = bench.Visit(DashboardBench.Viewer);
        var refused = await viewer.SendAsync("people", "activity/request", ("account", "main"), ("job", JobNames.Cycle));

        Assert.Contains("The job was asked for", (await admin.GetAsync(asked.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Forbidden), (unknown.Status, refused.Status));
        Assert.Contains(JobNames.ExportStatus, await locks.TakeRequestsAsync(DashboardBench.Id, DashboardBench.Cancel));
        foreach (var page in new[] { "activity", "activity/schedule?account=main", "accounts/remove?account=main", "accounts/webhooks?account=main" })
        {
            Assert.DoesNotContain("type=\"submit\"", (await viewer.GetAsync(page)).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task HeldMembers_AreReleasedAfterAQuestion_AndGoWithTheNextRun()
    {
        await using var bench = await StartAsync();
        bench.Emulator.Faults.Add(new Fault(FaultKind.RejectedByWatchdog));
        await bench.SettleAsync();
        using var admin = bench.Visit();
        (string, string)[] held = [("account", "main"), ("list", DashboardBench.Newsletter), ("reason", SetAsideReason.RejectedByWatchdog)];

        var page = await admin.GetAsync("activity?account=main");
        Assert.Contains("Rejected by the watchdog", page.Text, StringComparison.Ordinal);
        var question = await admin.GetAsync(page.Links.Single(static link => link.Contains("activity/release", StringComparison.Ordinal)));
        Assert.Contains("12 members of newsletter are held back", question.Text, StringComparison.Ordinal);
        Assert.Contains("support", question.Text, StringComparison.Ordinal);
        var unsure = await admin.SendAsync("people", "activity/release", held);
        Assert.Equal(HttpStatusCode.BadRequest, unsure.Status);
        var released = await admin.SendAsync("people", "activity/release", [.. held, ("sure", "1")]);

        Assert.Contains("The members were released", (await admin.GetAsync(released.Location!)).Text, StringComparison.Ordinal);
        Assert.Empty(await bench.Services.GetRequiredService<ISetAsideReader>().CountAllAsync(DashboardBench.Id, DashboardBench.Cancel));
        await bench.SettleAsync();
        Assert.Equal(12, bench.Remote.Contacts.Count);
        var gone = await admin.GetAsync("activity/release?account=main&list=newsletter&reason=RejectedByWatchdog");
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
    }

    [Fact]
    public async Task Schedule_IsStoredForOneAccount_WinsOverCode_AndABadOneIsRefusedWithTheFormKept()
    {
        await using var bench = await StartAsync();
        using var admin = bench.Visit();
        var accounts = bench.Services.GetRequiredService<IAccountService>();
        (string, string)[] good =
        [
            ("account", "second"), ("cycle", "2.5"), ("status", ""), ("campaigns", "90"), ("data-fields", "6"), ("reconcile", "48"), ("retention", "14"), ("force-sync", "Always"), ("force-sync-at", "04:30"),
            ("force-sync-time-zone", "Europe/London"),
        ];

        var unreadable = await admin.SendAsync("people", "activity/schedule", [.. good.Where(static field => field.Item1 is not "cycle"), ("cycle", "soon <b>")]);
        var forbidden = await admin.SendAsync("people", "activity/schedule", [.. good.Where(static field => field.Item1 is not ("retention" or "force-sync-time-zone")), ("retention", "2"), ("force-sync-time-zone", "Nowhere/Land")]);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (unreadable.Status, forbidden.Status));
        Assert.Contains("value=\"soon &lt;b&gt;\"", unreadable.Html, StringComparison.Ordinal);
        Assert.Contains("Retention must be from 7 to 3,660 days", forbidden.Text, StringComparison.Ordinal);
        Assert.Contains("ForceSyncTimeZone", forbidden.Text, StringComparison.Ordinal);
        Assert.Equal(AccountOrigin.Configuration, (await accounts.FindAsync(Second, DashboardBench.Cancel))!.Origin);
        var saved = await admin.SendAsync("activity/schedule?account=second", "activity/schedule", good);

        Assert.Contains("The schedule was saved", (await admin.GetAsync(saved.Location!)).Text, StringComparison.Ordinal);
        var second = (await accounts.FindAsync(Second, DashboardBench.Cancel))!;
        Assert.Equal(
            new AccountSchedule
            {
                CycleInterval = TimeSpan.FromMinutes(2.5), ExportStatusInterval = TimeSpan.FromMinutes(5), CampaignsInterval = TimeSpan.FromMinutes(90), DataFieldsInterval = TimeSpan.FromHours(6),
                ReconcileInterval = TimeSpan.FromHours(48), Retention = TimeSpan.FromDays(14), ForceSync = ForceSyncMode.Always, ForceSyncAt = new TimeOnly(4, 30), ForceSyncTimeZone = "Europe/London",
            },
            second.EffectiveSchedule);
        Assert.Null(second.Schedule.ExportStatusInterval);
        Assert.Equal(TimeSpan.FromMinutes(4), (await accounts.FindAsync(DashboardBench.Id, DashboardBench.Cancel))!.CycleInterval);
        Assert.Contains("value=\"2.5\"", (await admin.GetAsync("activity/schedule?account=second")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_IsRemovedAfterAQuestion_AndNotWhileItIsInUse()
    {
        await using var bench = await StartAsync();
        await bench.CycleAsync();
        var accounts = bench.Services.GetRequiredService<IAccountService>();
        await accounts.AddAsync(new AccountId("third"), new AccountSettings { UserName = "apiuser-3@apiconnector.com", Password = "s3cret-pass" }, DashboardBench.Cancel);
        await accounts.UpdateAsync(DashboardBench.Id, static settings => settings.Name = "Renamed", DashboardBench.Cancel);
        using var admin = bench.Visit();

        var configured = await admin.GetAsync("accounts/remove?account=second");
        var question = await admin.GetAsync("accounts/remove?account=third");
        var unsure = await admin.SendAsync("people", "accounts/remove", ("account", "third"));
        Assert.NotNull(await accounts.FindAsync(new AccountId("third"), DashboardBench.Cancel));
        var removed = await admin.SendAsync("accounts/remove?account=third", "accounts/remove", ("account", "third"), ("sure", "1"));
        var asConfigured = await admin.SendAsync("accounts/remove?account=main", "accounts/remove", ("account", "main"), ("sure", "1"));

        Assert.Contains("comes from the application's configuration", configured.Text, StringComparison.Ordinal);
        Assert.Contains("contacts, opt-outs, campaigns", question.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, unsure.Status);
        Assert.Contains("were removed", (await admin.GetAsync(removed.Location!)).Text, StringComparison.Ordinal);
        Assert.Null(await accounts.FindAsync(new AccountId("third"), DashboardBench.Cancel));
        Assert.Equal(HttpStatusCode.SeeOther, asConfigured.Status);
        Assert.Equal(AccountOrigin.Configuration, (await accounts.FindAsync(DashboardBench.Id, DashboardBench.Cancel))!.Origin);
    }

    [Fact]
    public async Task WebhookSecrets_GoInAndNeverComeBack()
    {
        const string Secret = "a-secret-of-twenty-letters";
        await using var bench = await StartAsync();
        using var admin = bench.Visit();
        var accounts = bench.Services.GetRequiredService<IAccountService>();

        var tooShort = await admin.SendAsync("accounts/webhooks?account=main", "accounts/webhooks", ("account", "main"), ("secret", "short-one"));
        var saved = await admin.SendAsync("accounts/webhooks?account=main", "accounts/webhooks", ("account", "main"), ("secret", Secret));
        var shown = await admin.GetAsync(saved.Location!);
        Assert.Equal((1, true), await CountAsync());
        await admin.SendAsync("accounts/webhooks?account=main", "accounts/webhooks", ("account", "main"), ("secret", $"{Secret}-2"), ("keep", "1"));
        Assert.Equal((2, true), await CountAsync());
        await admin.SendAsync("accounts/webhooks?account=main", "accounts/webhooks", ("account", "main"), ("act", "forget"));

        Assert.Equal((0, false), await CountAsync());
        Assert.Equal(HttpStatusCode.BadRequest, tooShort.Status);
        Assert.DoesNotContain("short-one", tooShort.Html, StringComparison.Ordinal);
        Assert.Contains("1 secret counts", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, shown.Html, StringComparison.Ordinal);

        async Task<(int, bool)> CountAsync()
        {
            var account = (await accounts.FindAsync(DashboardBench.Id, DashboardBench.Cancel))!;
            return (account.WebhookSecrets, account.HasStoredWebhookSecrets);
        }
    }

    [Fact]
    public async Task TwoThousandConnectedBooks_CostNoMoreStatementsThanOne_AndAreShownInPages()
    {
        await using var bench = await StartAsync();
        await bench.SettleAsync();
        using var admin = bench.Visit();
        var before = await CountAsync("activity?account=main");
        await Crowd.AddAsync(bench, 2000);

        Assert.Equal(before.Statements, (await CountAsync("activity?account=main")).Statements);
        var page = (await CountAsync("activity?account=main")).Page;
        Assert.True(page.Html.Length < 200_000, $"The page has {page.Html.Length} characters.");
        Assert.Contains("2,001 rows are set aside", page.Text, StringComparison.Ordinal);
        Assert.True(page.Links.Count(static link => link.Contains("lists/set-aside", StringComparison.Ordinal)) <= 25);
        var next = await admin.GetAsync(page.Links.Single(static link => link.Contains("from=25", StringComparison.Ordinal)));
        Assert.Contains("from number 26", next.Text, StringComparison.Ordinal);
        var earlier = await admin.GetAsync(page.Links.Single(static link => link.Contains("before=", StringComparison.Ordinal)));
        Assert.Contains("Earlier batches", earlier.Text, StringComparison.Ordinal);

        async Task<(int Statements, Answer Page)> CountAsync(string path)
        {
            await admin.GetAsync(path);
            using var statements = new Statements(bench.File);
            var answer = await admin.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.NotEqual(0, statements.Count);
            return (statements.Count, answer);
        }
    }

    private static Task<DashboardBench> StartAsync() => DashboardBench.StartAsync(engine: static options =>
    {
        var main = options.Accounts["main"];
        options.Accounts["second"] = new AccountSettings { Name = "Second <b>shop</b>", UserName = main.UserName, Password = main.Password, Endpoint = main.Endpoint };
    });
}

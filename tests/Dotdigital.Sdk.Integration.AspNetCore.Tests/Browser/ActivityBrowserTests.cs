using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.AspNetCore.Tests.Dashboard;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Browser;

/// <summary>The main acts on the pages Activity and Accounts, as a person does them.</summary>
public sealed class ActivityBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task Sync_IsWatchedLiveToItsEnd_WithoutLoadingThePage()
    {
        await using var bench = await StartAsync();
        await using var window = await Window.OpenAsync(chromium, bench, DashboardBench.Viewer);
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        bench.Shop.BeforeKeys = () =>
        {
            reached.TrySetResult();
            return goOn.Task;
        };
        await window.GoToAsync("activity");
        await window.SeesAsync("No run is under way");
        await window.Page.EvaluateAsync("window.stayed = true");

        var cycle = bench.CycleAsync();
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(30), DashboardBench.Cancel);
        await window.SeesAsync("Reading the list");
        await window.KeepAsync("activity-running");
        await Assertions.Expect(window.Page.Locator("#live-said")).ToHaveTextAsync("Sync: opt-outs, import, export is under way: Reading the list.");
        goOn.SetResult();
        await cycle;

        await window.SeesAsync("No run is under way");
        await Assertions.Expect(window.Page.Locator("#live")).ToContainTextAsync("Done");
        await Assertions.Expect(window.Page.Locator("#live-said")).ToHaveTextAsync("No run is under way.");
        Assert.True(await window.Page.EvaluateAsync<bool>("window.stayed === true"));
    }

    [Fact]
    public async Task RateLimit_ThatHoldsARun_IsShownWithItsEnd()
    {
        await using var bench = await StartAsync();
        await bench.SettleAsync();
        bench.Emulator.Faults.Add(new Fault(FaultKind.TooManyRequests) { Method = "GET", After = 3 });
        await using var window = await Window.OpenAsync(chromium, bench);
        using var stop = new CancellationTokenSource();
        var cycle = bench.Services.GetRequiredService<Scheduling.ISyncOrchestrator>().RunCycleAsync(DashboardBench.Id, cancellationToken: stop.Token);
        await window.GoToAsync("activity");
        await window.SeesAsync("Waits for Dotdigital's rate limit");
        await window.KeepAsync("activity-waiting");

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cycle);

        await window.SeesAsync("Stopped by the application");
        await window.GoToAsync("accounts");
        await window.SeesAsync("0 of");
    }

    [Fact]
    public async Task HeldBatch_IsReleasedByAPerson()
    {
        await using var bench = await StartAsync();
        bench.Emulator.Faults.Add(new Fault(FaultKind.RejectedByWatchdog));
        await bench.SettleAsync();
        await using var window = await Window.OpenAsync(chromium, bench);
        await window.GoToAsync("activity");
        await window.SeesAsync("Rejected by the watchdog");
        await window.KeepAsync("activity-held");

        await window.FollowAsync("Release…");
        await window.KeepAsync("release");
        await window.Page.GetByLabel("The cause has been seen to").CheckAsync();
        await window.ClickAsync("Release");

        await window.SeesAsync("The members were released");
    }

    [Fact]
    public async Task Schedule_IsChanged()
    {
        await using var bench = await StartAsync();
        await bench.CycleAsync();
        await using var window = await Window.OpenAsync(chromium, bench);
        await window.GoToAsync("activity?account=second");
        await window.FollowAsync("Change the schedule");
        await window.KeepAsync("schedule");

        await window.Page.GetByLabel("Minutes between two syncs").FillAsync("15");
        await window.Page.GetByLabel("Which lists").SelectOptionAsync("Always");
        await window.Page.GetByLabel("At", new PageGetByLabelOptions { Exact = true }).FillAsync("03:15");
        await window.ClickAsync("Save the schedule");

        await window.SeesAsync("The schedule was saved");
        await window.SeesAsync("syncs every 15 minutes");
        Assert.Equal(new TimeOnly(3, 15), (await bench.Services.GetRequiredService<IAccountService>().FindAsync(new AccountId("second"), DashboardBench.Cancel))!.EffectiveSchedule.ForceSyncAt);
    }

    [Fact]
    public async Task Run_IsLookedAtStepByStep_AndOneWithAFailureSaysWhatFailed()
    {
        await using var bench = await StartAsync();
        await bench.SettleAsync();
        bench.Shop.BeforeKeys = static () => throw new InvalidOperationException("secret words");
        await bench.Services.GetRequiredService<Scheduling.ISyncOrchestrator>().RunCycleAsync(DashboardBench.Id, cancellationToken: DashboardBench.Cancel);
        await using var window = await Window.OpenAsync(chromium, bench, DashboardBench.Viewer);
        await window.GoToAsync("activity");
        await window.SeesAsync("Jobs that fail");

        await window.Page.Locator("#live").GetByRole(AriaRole.Link).First.ClickAsync();

        await window.SeesAsync("the log has its words");
        await window.KeepAsync("run");
        Assert.DoesNotContain("secret words", await window.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_GetsAWebhookSecret_AndIsRemoved()
    {
        await using var bench = await StartAsync();
        await bench.CycleAsync();
        await bench.Services.GetRequiredService<IAccountService>().AddAsync(new AccountId("third"), new AccountSettings { Name = "Old shop", UserName = "apiuser-3@apiconnector.com", Password = "s3cret-pass" }, DashboardBench.Cancel);
        await using var window = await Window.OpenAsync(chromium, bench);
        await window.GoToAsync("accounts");
        await window.KeepAsync("accounts-several");
        await window.FollowAsync("Webhooks of Old shop");
        await window.Page.GetByLabel("New secret").FillAsync("a-secret-of-twenty-letters");
        await window.ClickAsync("Save the secret");
        await window.SeesAsync("The webhook secrets were saved");
        await window.KeepAsync("webhooks");

        await window.GoToAsync("accounts/remove?account=third");
        await window.KeepAsync("account-remove");
        await window.Page.GetByLabel("It is meant").CheckAsync();
        await window.ClickAsync("Remove Old shop");

        await window.SeesAsync("The account's stored settings were removed");
    }

    [Fact]
    public async Task TwoThousandBooks_AreReadPageByPage_AndARunElsewhereIsSaidToBeSo()
    {
        await using var bench = await StartAsync();
        await bench.SettleAsync();
        await Crowd.AddAsync(bench, 2000);
        await TellElsewhereAsync(bench);
        await using var window = await Window.OpenAsync(chromium, bench);
        await window.GoToAsync("activity");
        await window.SeesAsync("Another process (node-7:4711) runs it");
        await window.KeepAsync("activity-crowd");

        await window.FollowAsync("Earlier batches");

        await window.SeesAsync("Earlier batches, newest first");
    }

    private static async Task TellElsewhereAsync(DashboardBench bench)
    {
        var store = bench.Services.GetRequiredService<ISyncStore>();
        var lease = await store.Locks.TryAcquireAsync(DashboardBench.Id, "node-7:4711:x", TimeSpan.FromMinutes(5), DashboardBench.Cancel);
        var now = bench.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await using var unit = await store.BeginAsync(DashboardBench.Id, DashboardBench.Cancel);
        await unit.Runs.SaveAsync(
            new RunRecord
            {
                Id = lease!.Fence, Job = JobNames.Cycle, State = SyncRunState.Running, Process = "node-7:4711", StartedAt = now.AddMinutes(-7), SeenAt = now.AddSeconds(-3),
                Details = """{"Step":"ImportContacts","Done":1200000,"Total":5000000,"Calls":{"lowCallRate":3,"highCallRate":241},"Steps":[{"Step":"ReadSuppressions","Times":1,"Read":12},{"Step":"SyncDataFields","Times":1,"Read":40,"Added":2}]}""",
            },
            DashboardBench.Cancel);
        await unit.CommitAsync(DashboardBench.Cancel);
    }

    private static Task<DashboardBench> StartAsync() => DashboardBench.StartAsync(engine: static options =>
    {
        var main = options.Accounts["main"];
        options.Accounts["second"] = new AccountSettings { Name = "Second shop", UserName = main.UserName, Password = main.Password, Endpoint = main.Endpoint };
    });
}

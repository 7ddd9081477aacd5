using System.Collections.Concurrent;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Storage.InMemory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Scheduling;

/// <summary>The hosted scheduler over cycles that only note when they began, on a clock that only moves when told.</summary>
internal sealed class SchedulerBench : ISyncOrchestrator, IOptionsMonitor<DotdigitalIntegrationOptions>, IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly IHostedService _scheduler;

    public SchedulerBench(int accounts, int intervalSeconds = 20)
    {
        CurrentValue = new DotdigitalIntegrationOptions { CycleInterval = TimeSpan.FromSeconds(intervalSeconds) };
        Enable(Enumerable.Range(1, accounts).Select(static i => $"account-{i}"));
        Locks = new CountingLocks(new InMemorySyncStore(Clock).Locks);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddDotdigitalIntegration().UseInMemoryStore().AddScheduler();
        services.AddSingleton<IOptionsMonitor<DotdigitalIntegrationOptions>>(this);
        services.AddSingleton<ISyncOrchestrator>(this);
        services.AddSingleton<IAccountLocks>(Locks);
        _services = services.BuildServiceProvider();
        _scheduler = _services.GetServices<IHostedService>().OfType<SyncScheduler>().Single();
    }

    public IServiceProvider Services => _services;

    public TickingClock Clock { get; } = new();

    public CountingLocks Locks { get; }

    public DotdigitalIntegrationOptions CurrentValue { get; private set; }

    /// <summary>The cycles so far: the account, and seconds since the bench's beginning.</summary>
    public ConcurrentQueue<(string Account, double At)> Cycles { get; } = new();

    /// <summary>What a cycle does after it was noted.</summary>
    public Func<AccountId, CancellationToken, Task>? OnCycle { get; set; }

    public Task StartAsync() => _scheduler.StartAsync(TestContext.Current.CancellationToken);

    public Task StopAsync() => _scheduler.StopAsync(TestContext.Current.CancellationToken);

    public void Enable(IEnumerable<string> accounts)
    {
        // Only cycles are of interest here.
        var options = new DotdigitalIntegrationOptions { CycleInterval = CurrentValue.CycleInterval, ExportStatusInterval = TimeSpan.FromDays(1), TrackedChangesInterval = TimeSpan.FromDays(1) };
        foreach (var account in CurrentValue.Accounts.Keys.Concat(accounts))
        {
            options.Accounts[account] = new AccountSettings { UserName = "apiuser-1@apiconnector.com", Password = "secret" };
        }

        CurrentValue = options;
    }

    /// <inheritdoc cref="TickingClock.PassAsync"/>
    public Task PassAsync(int seconds) => Clock.PassAsync(seconds);

    public async Task<SyncReport> RunCycleAsync(AccountId account, RunOptions? options, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        Cycles.Enqueue((account.Value, (Clock.GetUtcNow() - Clock.Start).TotalSeconds));
        if (OnCycle is { } work)
        {
            await work(account, cancellationToken);
        }

        return new SyncReport { Account = account, Job = JobNames.Cycle, StartedAt = Clock.GetUtcNow() };
    }

    public DotdigitalIntegrationOptions Get(string? name) => CurrentValue;

    public IDisposable? OnChange(Action<DotdigitalIntegrationOptions, string?> listener) => null;

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

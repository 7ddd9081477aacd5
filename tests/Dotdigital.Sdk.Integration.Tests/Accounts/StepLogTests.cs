using System.Collections.Concurrent;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Accounts;

/// <summary>An operator reads a log of Information: what happened is in it, and not buried by what did not.</summary>
public sealed class StepLogTests
{
    [Fact]
    public async Task AStepThatChangedNothing_IsTold_AtDebugOnly()
    {
        Assert.Equal(LogLevel.Debug, await LevelOfAsync(new StepReport { Step = StepNames.ImportContacts, Read = 12, Skipped = 12 }));
    }

    [Fact]
    public async Task AStepThatDidSomething_IsToldAtInformation()
    {
        Assert.Equal(LogLevel.Information, await LevelOfAsync(new StepReport { Step = StepNames.ImportContacts, Added = 1 }));
        Assert.Equal(LogLevel.Information, await LevelOfAsync(new StepReport { Step = StepNames.ImportContacts, Updated = 1 }));
        Assert.Equal(LogLevel.Information, await LevelOfAsync(new StepReport { Step = StepNames.Retention, Removed = 1 }));
        Assert.Equal(LogLevel.Information, await LevelOfAsync(new StepReport { Step = StepNames.SendContacts, Sent = 1 }));
        Assert.Equal(LogLevel.Information, await LevelOfAsync(new StepReport { Step = StepNames.PrepareContacts, SetAside = 1 }));
    }

    [Fact]
    public async Task AStepThatFailed_IsAnError() =>
        Assert.Equal(LogLevel.Error, await LevelOfAsync(new StepReport { Step = StepNames.ImportContacts, Error = "broken", Exception = new InvalidOperationException("broken") }));

    private static async Task<LogLevel> LevelOfAsync(StepReport report)
    {
        await using var services = new ServiceCollection().AddDotdigitalIntegration().UseInMemoryStore().Services.BuildServiceProvider();
        var levels = new Levels();
        var run = new LiveRun(new AccountLease(new AccountId("main"), "this test", 1), JobNames.Cycle, DateTimeOffset.UnixEpoch);
        var steps = new StepList(run, services.GetRequiredService<SyncTelemetry>(), levels, TimeProvider.System);
        await steps.RunAsync(report.Step, string.Empty, _ => Task.FromResult(report), TestContext.Current.CancellationToken);
        return Assert.Single(levels.Seen);
    }

    private sealed class Levels : ILogger
    {
        public ConcurrentQueue<LogLevel> Seen { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Seen.Enqueue(logLevel);
    }
}

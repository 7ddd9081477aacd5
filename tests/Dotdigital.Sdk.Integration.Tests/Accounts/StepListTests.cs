using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Accounts;

public sealed class StepListTests
{
    [Theory]
    [InlineData(StoreProblem.Unreachable, true)]
    [InlineData(StoreProblem.Busy, false)]
    [InlineData(StoreProblem.Full, false)]
    [InlineData(StoreProblem.Conflict, false)]
    [InlineData(StoreProblem.Damaged, false)]
    public async Task AStoreThatIsOutOfReach_EndsTheRun_AnyOtherFailureOfItIsTheStepsOwn(StoreProblem problem, bool endsTheRun)
    {
        await using var services = new ServiceCollection().AddDotdigitalIntegration().UseInMemoryStore().Services.BuildServiceProvider();
        var steps = new StepList(new LiveRun(new AccountLease(new AccountId("main"), "this test", 1), JobNames.Cycle, DateTimeOffset.UnixEpoch), services.GetRequiredService<SyncTelemetry>(), NullLogger.Instance, TimeProvider.System);
        var failure = new StoreUnavailableException("store of a test", problem, innerException: null);

        var running = steps.RunAsync(StepNames.StageKeys, "customers", _ => Task.FromException<StepReport>(failure), TestContext.Current.CancellationToken);

        if (endsTheRun)
        {
            Assert.Same(failure, await Assert.ThrowsAsync<StoreUnavailableException>(() => running));
        }
        else
        {
            Assert.False(await running);
            Assert.Same(failure, Assert.Single(steps.Reports).Exception);
        }
    }
}

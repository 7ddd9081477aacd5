using Dotdigital.Sdk.Emulator;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Accounts;

/// <summary>Rule AC-1: the endpoint is found once and stored, and an API user of another Dotdigital account never runs on this one's state.</summary>
public sealed class AccountEndpointTests : IAsyncLifetime
{
    private const string Info = "ApiAccount_GetCurrentAccountInfo";
    private SyncBench _bench = null!;

    private static CancellationToken Cancel => SyncBench.Cancel;

    public async ValueTask InitializeAsync() => _bench = await SyncBench.StartAsync(new Shop());

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task AC1_AnEndpointOnceFound_CostsNoCallAfterARestart()
    {
        await CycleAsync(Configure);
        Assert.Equal(1, _bench.Remote.CountOf(Info));

        await CycleAsync(Configure);

        Assert.Equal(1, _bench.Remote.CountOf(Info));
    }

    [Fact]
    public async Task AC1_ARefusedAccount_IsAskedForItsRegionAgain()
    {
        await CycleAsync(Configure);
        await using var elsewhere = await DotdigitalEmulator.StartAsync(new EmulatorOptions { Accounts = { new EmulatorAccountOptions { ApiEndpoint = _bench.Emulator.BaseAddress } } }, Cancel);
        await using (var node = AccountNode.Start(_bench, null, Configure))
        {
            // The account has moved: where it was, it is refused from now on.
            var known = (await node.Store.Accounts.FindEndpointAsync(SyncBench.Id, Cancel))!;
            await node.Store.Accounts.SaveEndpointAsync(known with { Endpoint = elsewhere.BaseAddress }, Cancel);
            await Assert.ThrowsAsync<DotdigitalAuthenticationException>(() => node.Get<ISyncOrchestrator>().RunCycleAsync(SyncBench.Id, cancellationToken: Cancel));

            await SyncBench.SucceedAsync(node.Get<ISyncOrchestrator>().RunCycleAsync(SyncBench.Id, cancellationToken: Cancel));
        }

        Assert.Equal(2, _bench.Remote.CountOf(Info));
    }

    [Fact]
    public async Task AC1_AnApiUserOfAnotherDotdigitalAccount_IsRefusedBeforeAnythingIsReadOrSent()
    {
        await CycleAsync(Configure);
        await using var other = await DotdigitalEmulator.StartAsync(new EmulatorOptions { Accounts = { new EmulatorAccountOptions { Name = "other" } } }, Cancel);
        void Swap(DotdigitalIntegrationOptions options)
        {
            options.Accounts["main"] = new AccountSettings { UserName = other.Account("other").UserName, Password = other.Account("other").Password, Endpoint = other.BaseAddress };
        }

        await using var node = AccountNode.Start(_bench, null, Swap);
        var mismatch = await Assert.ThrowsAsync<AccountMismatchException>(() => node.Get<ISyncOrchestrator>().RunCycleAsync(SyncBench.Id, cancellationToken: Cancel));

        Assert.Equal([Info], other.Account("other").Requests.Select(static request => request.Operation));
        Assert.Equal(mismatch.Message, (await node.Get<IAccountChecker>().CheckAsync(SyncBench.Id, Cancel)).Problem);
        Assert.NotNull(await _bench.Store.Locks.TryAcquireAsync(SyncBench.Id, "next", TimeSpan.FromSeconds(5), Cancel));
    }

    [Fact]
    public async Task AC1_AnApiEndpointThatIsNotDotdigitals_IsNotStored()
    {
        await using var evil = await DotdigitalEmulator.StartAsync(new EmulatorOptions { Accounts = { new EmulatorAccountOptions { ApiEndpoint = new Uri("https://api.evil.example") } } }, Cancel);
        await using var node = AccountNode.Start(_bench, null, options =>
        {
            Configure(options);
            options.Client.RegionDiscoveryEndpoint = evil.BaseAddress;
        });

        await Assert.ThrowsAsync<DotdigitalEndpointNotAllowedException>(() => node.Get<ISyncOrchestrator>().RunCycleAsync(SyncBench.Id, cancellationToken: Cancel));

        Assert.Null(await node.Store.Accounts.FindEndpointAsync(SyncBench.Id, Cancel));
    }

    private void Configure(DotdigitalIntegrationOptions options) =>
        options.Accounts["main"] = new AccountSettings { UserName = _bench.Remote.UserName, Password = _bench.Remote.Password };

    private async Task CycleAsync(Action<DotdigitalIntegrationOptions> configure)
    {
        await using var node = AccountNode.Start(_bench, null, configure);
        await SyncBench.SucceedAsync(node.Get<ISyncOrchestrator>().RunCycleAsync(SyncBench.Id, cancellationToken: Cancel));
    }
}

using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage.InMemory;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Storage.InMemory;

public sealed class InMemorySyncStoreTests
{
    [Fact]
    public async Task BL4_Lease_LapsesByTheGivenClock()
    {
        var clock = new FakeTimeProvider();
        using var store = new InMemorySyncStore(clock);
        var account = new AccountId("main");
        await store.Locks.TryAcquireAsync(account, "one", TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Null(await store.Locks.TryAcquireAsync(account, "two", TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await store.Locks.TryAcquireAsync(account, "two", TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task BL2_WritersOfDifferentAccounts_DoNotWaitForEachOther()
    {
        using var store = new InMemorySyncStore();
        var one = await store.Locks.TryAcquireAsync(new("one"), "o", TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        var two = await store.Locks.TryAcquireAsync(new("two"), "o", TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        await using var first = await store.BeginAsync(one!, TestContext.Current.CancellationToken);
        var second = store.BeginAsync(two!, TestContext.Current.CancellationToken);

        Assert.True(second.IsCompletedSuccessfully);
        await (await second).DisposeAsync();
    }
}

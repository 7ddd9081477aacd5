using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>Histories that once failed, as small as they became, each named for what it found.</summary>
public sealed class FoundHistoriesTests
{
    [Fact]
    public Task ST2_SuppressedOnAListOnly_IsNoOptOutOfTheAccount() => HoldsAsync(
        new HistorySetup { People = 1, Lists = 1, Json = true, BeginsSettled = false, ImportDelay = 5 },
        [
            new(ActKind.Cycle),
            new(ActKind.HostNo),
        ]);

    private static async Task HoldsAsync(HistorySetup setup, IReadOnlyList<Act> acts) =>
        Assert.Empty(await new History(setup, acts).PlayAsync(TestContext.Current.CancellationToken));
}

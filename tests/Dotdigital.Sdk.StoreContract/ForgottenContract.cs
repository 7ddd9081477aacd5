using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

public abstract class ForgottenContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    [Fact]
    public async Task PR1_TheKey_IsGivenOnce_AndForEachAccountItsOwn()
    {
        Assert.Null(await ReadAsync(unit => unit.Forgotten.FindKeyAsync(Cancellation)));
        await WriteAsync(unit => unit.Forgotten.AddKeyAsync("key", Cancellation));

        await Assert.ThrowsAsync<InvalidOperationException>(() => WriteAsync(unit => unit.Forgotten.AddKeyAsync("other", Cancellation)));

        Assert.Equal("key", await ReadAsync(unit => unit.Forgotten.FindKeyAsync(Cancellation)));
        Assert.Null(await ReadAsync(unit => unit.Forgotten.FindKeyAsync(Cancellation), OtherAccount));
    }

    [Fact]
    public async Task PR1_PendingOnes_AreFoundUntilTheirAddressIsGone()
    {
        var pending = new ForgottenRecord { Hash = "AA", At = Noon, Pending = Email("a@x.com"), DeleteContact = true, OptOut = ForgottenOptOut.ToTell };
        var done = new ForgottenRecord { Hash = "BB", At = Noon };
        await WriteAsync(unit => unit.Forgotten.SaveAsync([pending, done], Cancellation));

        Assert.Equal([pending], await ReadAsync(unit => unit.Forgotten.GetPendingAsync(10, Cancellation)));
        Assert.Equal([pending, done], (await ReadAsync(unit => unit.Forgotten.FindAsync(["AA", "BB", "CC"], Cancellation))).OrderBy(static row => row.Hash, StringComparer.Ordinal));
        Assert.Empty(await ReadAsync(unit => unit.Forgotten.FindAsync(["AA"], Cancellation), OtherAccount));

        await WriteAsync(unit => unit.Forgotten.SaveAsync([pending with { Pending = null }], Cancellation));
        await WriteAsync(unit => unit.Forgotten.DeleteAsync(["BB"], Cancellation));

        Assert.Empty(await ReadAsync(unit => unit.Forgotten.GetPendingAsync(10, Cancellation)));
        Assert.Equal(["AA"], (await ReadAsync(unit => unit.Forgotten.FindAsync(["AA", "BB"], Cancellation))).Select(static row => row.Hash));
    }
}

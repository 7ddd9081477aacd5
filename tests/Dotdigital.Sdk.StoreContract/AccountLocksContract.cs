using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

public abstract class AccountLocksContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task BL1_TryAcquire_WhileHeld_GivesNothing()
    {
        var lease = await Store.Locks.TryAcquireAsync(Account, "one", Long, Cancellation);

        Assert.Equal(new AccountLease(Account, "one", 1), lease);
        Assert.Null(await Store.Locks.TryAcquireAsync(Account, "two", Long, Cancellation));
        Assert.Null(await Store.Locks.TryAcquireAsync(Account, "one", Long, Cancellation));
    }

    [Fact]
    public async Task BL2_TryAcquire_OfAnotherAccount_DoesNotWait()
    {
        await Store.Locks.TryAcquireAsync(Account, "one", Long, Cancellation);

        Assert.NotNull(await Store.Locks.TryAcquireAsync(OtherAccount, "two", Long, Cancellation));
    }

    [Fact]
    public async Task BL4_TryAcquire_AfterLapse_TakesOverWithAHigherFence()
    {
        var lapsed = await Store.Locks.TryAcquireAsync(Account, "one", TimeSpan.Zero, Cancellation);
        var next = await Store.Locks.TryAcquireAsync(Account, "two", Long, Cancellation);

        Assert.Equal(lapsed!.Fence + 1, next!.Fence);
        Assert.False(await Store.Locks.RenewAsync(lapsed, Long, Cancellation));
    }

    [Fact]
    public async Task Renew_OfALapsedLeaseThatNobodyTook_Succeeds()
    {
        var lapsed = await Store.Locks.TryAcquireAsync(Account, "one", TimeSpan.Zero, Cancellation);

        Assert.True(await Store.Locks.RenewAsync(lapsed!, Long, Cancellation));
        Assert.Null(await Store.Locks.TryAcquireAsync(Account, "two", Long, Cancellation));
    }

    [Fact]
    public async Task Renew_WithAShorterDuration_CountsFromNow()
    {
        var lease = await Store.Locks.TryAcquireAsync(Account, "one", Long, Cancellation);

        Assert.True(await Store.Locks.RenewAsync(lease!, TimeSpan.Zero, Cancellation));
        Assert.NotNull(await Store.Locks.TryAcquireAsync(Account, "two", Long, Cancellation));
    }

    [Fact]
    public async Task Release_ByTheHolder_FreesTheLockAndTheFenceGoesOnRising()
    {
        var lease = await Store.Locks.TryAcquireAsync(Account, "one", Long, Cancellation);
        await Store.Locks.ReleaseAsync(lease!, Cancellation);
        Assert.False(await Store.Locks.RenewAsync(lease!, Long, Cancellation));

        var next = await Store.Locks.TryAcquireAsync(Account, "two", Long, Cancellation);

        Assert.Equal(2, next!.Fence);
    }

    [Fact]
    public async Task Release_AfterTakeover_IsHarmless()
    {
        var lapsed = await Store.Locks.TryAcquireAsync(Account, "one", TimeSpan.Zero, Cancellation);
        var next = await Store.Locks.TryAcquireAsync(Account, "two", Long, Cancellation);

        await Store.Locks.ReleaseAsync(lapsed!, Cancellation);

        Assert.True(await Store.Locks.RenewAsync(next!, Long, Cancellation));
    }

    [Fact]
    public async Task BL1_Requests_AreRememberedOnce_UntilTheyAreDone_AndOneMadeMeanwhileIsAnother()
    {
        await Store.Locks.RequestAsync(Account, "cycle", Cancellation);
        await Store.Locks.RequestAsync(Account, "cycle", Cancellation);
        await Store.Locks.RequestAsync(Account, "a-status", Cancellation);
        await Store.Locks.RequestAsync(OtherAccount, "cycle", Cancellation);

        Assert.Equal(["a-status", "cycle"], await Store.Locks.TakeRequestsAsync(Account, Cancellation));
        Assert.Equal(["a-status", "cycle"], await Store.Locks.TakeRequestsAsync(Account, Cancellation));
        await Store.Locks.RequestAsync(Account, "cycle", Cancellation);
        await Store.Locks.CompleteRequestsAsync(Account, ["a-status", "cycle"], Cancellation);
        Assert.Equal(["cycle"], await Store.Locks.TakeRequestsAsync(Account, Cancellation));
        await Store.Locks.CompleteRequestsAsync(Account, ["cycle"], Cancellation);
        Assert.Empty(await Store.Locks.TakeRequestsAsync(Account, Cancellation));
        Assert.Equal(["cycle"], await Store.Locks.TakeRequestsAsync(OtherAccount, Cancellation));
    }

    [Fact]
    public async Task BL1_GetRequests_ShowsThoseOfAccountsThatNobodyHolds_AndForgetsNone()
    {
        await Store.Locks.RequestAsync(Account, "cycle", Cancellation);
        await Store.Locks.RequestAsync(Account, "a-status", Cancellation);
        await Store.Locks.RequestAsync(OtherAccount, "cycle", Cancellation);
        JobRequest[] ofAccount = [new(Account, "a-status"), new(Account, "cycle")];
        var other = new JobRequest(OtherAccount, "cycle");

        Assert.Equal([.. ofAccount, other], await Store.Locks.GetRequestsAsync(Cancellation));
        var held = await Store.Locks.TryAcquireAsync(Account, "one", Long, Cancellation);
        Assert.Equal([other], await Store.Locks.GetRequestsAsync(Cancellation));
        await Store.Locks.ReleaseAsync(held!, Cancellation);
        Assert.Equal([.. ofAccount, other], await Store.Locks.GetRequestsAsync(Cancellation));
        await Store.Locks.TryAcquireAsync(OtherAccount, "dead", TimeSpan.Zero, Cancellation);
        Assert.Equal([.. ofAccount, other], await Store.Locks.GetRequestsAsync(Cancellation));
        await Store.Locks.TakeRequestsAsync(Account, Cancellation);
        Assert.Equal([.. ofAccount, other], await Store.Locks.GetRequestsAsync(Cancellation));
        await Store.Locks.CompleteRequestsAsync(Account, ["a-status", "cycle"], Cancellation);
        Assert.Equal([other], await Store.Locks.GetRequestsAsync(Cancellation));
    }

    [Fact]
    public async Task FindHolder_TellsWhoHoldsIt_AlsoAfterItLapsed_UntilItIsGivenBack()
    {
        Assert.Null(await Store.Locks.FindHolderAsync(Account, Cancellation));
        var lease = await Store.Locks.TryAcquireAsync(Account, "one", TimeSpan.Zero, Cancellation);
        var lapsed = await Store.Locks.FindHolderAsync(Account, Cancellation);
        Assert.Equal(lease, lapsed!.Lease);
        await Store.Locks.RenewAsync(lease!, Long, Cancellation);
        Assert.True((await Store.Locks.FindHolderAsync(Account, Cancellation))!.LapsesAt > lapsed.LapsesAt);
        Assert.Equal((true, false), (lapsed.HasLapsed, (await Store.Locks.FindHolderAsync(Account, Cancellation))!.HasLapsed));

        await Store.Locks.ReleaseAsync(lease!, Cancellation);

        Assert.Null(await Store.Locks.FindHolderAsync(Account, Cancellation));
    }

    [Fact]
    public async Task BL4_TakeOver_FromAHolderKnownToBeDead_RaisesTheFence_AndOnlyFromThatHolder()
    {
        var dead = await Store.Locks.TryAcquireAsync(Account, "dead", Long, Cancellation);

        var next = await Store.Locks.TakeOverAsync(dead!, "next", Long, Cancellation);

        Assert.Equal(new AccountLease(Account, "next", dead!.Fence + 1), next);
        Assert.False(await Store.Locks.RenewAsync(dead, Long, Cancellation));
        Assert.Null(await Store.Locks.TakeOverAsync(dead, "late", Long, Cancellation));
        Assert.Null(await Store.Locks.TryAcquireAsync(Account, "late", Long, Cancellation));
        await Store.Locks.ReleaseAsync(next!, Cancellation);
        Assert.Null(await Store.Locks.TakeOverAsync(next!, "late", Long, Cancellation));
    }
}

using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

public abstract class UnitOfWorkContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    [Fact]
    public async Task Dispose_WithoutCommit_UndoesEverything()
    {
        await using (var unit = await Store.BeginAsync(Account, Cancellation))
        {
            await unit.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation);
            await unit.Watermarks.SaveAsync(new WatermarkRecord { Step = "s", At = Noon }, Cancellation);
            Assert.Equal(1, await unit.Contacts.CountAsync(Cancellation));
        }

        Assert.Equal(0, await ReadAsync(unit => unit.Contacts.CountAsync(Cancellation)));
        Assert.Null((await ReadAsync(unit => unit.Watermarks.GetAsync("s", 0, Cancellation))).At);
    }

    [Fact]
    public async Task Commit_OfAUnit_ShowsToTheNext()
    {
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation));

        Assert.Equal(1, await ReadAsync(unit => unit.Contacts.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Reader_WhileAnotherUnitIsUncommitted_SeesNothingOfItAndDoesNotWait()
    {
        await using var writer = await Store.BeginAsync(Account, Cancellation);
        await writer.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation);

        Assert.Equal(0, await ReadAsync(unit => unit.Contacts.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Reader_WhileAnotherUnitCommits_KeepsItsSnapshot()
    {
        await using var reader = await Store.BeginAsync(Account, Cancellation);
        Assert.Equal(0, await reader.Contacts.CountAsync(Cancellation));
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation));

        Assert.Equal(0, await reader.Contacts.CountAsync(Cancellation));
    }

    [Fact]
    public async Task FirstWrite_OfAUnitThatReadBefore_BuildsOnWhatOthersCommittedMeanwhile()
    {
        await using var unit = await Store.BeginAsync(Account, Cancellation);
        Assert.Equal(0, await unit.Contacts.CountAsync(Cancellation));
        await WriteAsync(other => other.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation));

        await unit.Contacts.SaveAsync([Contact(2, "b@x.com")], Cancellation);
        await unit.CommitAsync(Cancellation);

        Assert.Equal(2, await ReadAsync(reader => reader.Contacts.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Units_OfDifferentAccounts_DoNotMix()
    {
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "a@x.com", 5)], Cancellation));
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "a@x.com", 5), Contact(2, "b@x.com")], Cancellation), OtherAccount);

        Assert.Equal(1, await ReadAsync(unit => unit.Contacts.CountAsync(Cancellation)));
        Assert.Equal(2, await ReadAsync(unit => unit.Contacts.CountAsync(Cancellation), OtherAccount));
    }

    [Fact]
    public async Task Use_AfterCommit_IsRefused()
    {
        await using var unit = await Store.BeginAsync(Account, Cancellation);
        await unit.CommitAsync(Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(() => unit.Contacts.CountAsync(Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => unit.CommitAsync(Cancellation));
    }

    [Fact]
    public async Task W4_Commit_UnderTheCurrentFence_Succeeds()
    {
        var lease = await Store.Locks.TryAcquireAsync(Account, "one", TimeSpan.FromMinutes(1), Cancellation);
        await using (var unit = await Store.BeginAsync(lease!, Cancellation))
        {
            await unit.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation);
            await unit.CommitAsync(Cancellation);
        }

        Assert.Equal(1, await ReadAsync(unit => unit.Contacts.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task W4_Commit_AfterTakeover_IsRefusedAndStoresNothing()
    {
        var lapsed = await Store.Locks.TryAcquireAsync(Account, "one", TimeSpan.Zero, Cancellation);
        var current = await Store.Locks.TryAcquireAsync(Account, "two", TimeSpan.FromMinutes(1), Cancellation);
        Assert.NotNull(current);

        await using var unit = await Store.BeginAsync(lapsed!, Cancellation);
        await unit.Contacts.SaveAsync([Contact(1, "a@x.com")], Cancellation);
        var lost = await Assert.ThrowsAsync<AccountLeaseLostException>(() => unit.CommitAsync(Cancellation));

        Assert.Equal(Account, lost.Account);
        Assert.Equal(0, await ReadAsync(reader => reader.Contacts.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task W4_Commit_UnderALeaseThatWasNeverTaken_IsRefused()
    {
        await using var unit = await Store.BeginAsync(new AccountLease(Account, "forged", 7), Cancellation);

        await Assert.ThrowsAsync<AccountLeaseLostException>(() => unit.CommitAsync(Cancellation));
    }

    [Fact]
    public async Task Begin_WhileAnotherWrites_CanBeCancelled()
    {
        var lease = await Store.Locks.TryAcquireAsync(Account, "one", TimeSpan.FromMinutes(1), Cancellation);
        await using var open = await Store.BeginAsync(lease!, Cancellation);
        using var cancelling = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.BeginAsync(lease!, cancelling.Token));
    }

    [Fact]
    public async Task Writers_ManyAtOnce_AllCommit()
    {
        var first = await ReadAsync(unit => Task.FromResult(1L));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(index => Task.Run(
            () => WriteAsync(async unit =>
            {
                var id = await unit.Contacts.AllocateIdsAsync(1, Cancellation);
                await unit.Contacts.SaveAsync([Contact(id, $"c{index}@x.com")], Cancellation);
            }),
            Cancellation)));

        Assert.Equal(20, await ReadAsync(unit => unit.Contacts.CountAsync(Cancellation)));
        Assert.Equal(21, await ReadAsync(unit => unit.Contacts.AllocateIdsAsync((int)first, Cancellation)));
    }
}

using Xunit;

namespace Dotdigital.Sdk.StoreContract;

public abstract class WebhookReceiptContract<TFixture> : ContractTests<TFixture>
    where TFixture : IStoreFixture, new()
{
    private static readonly Guid One = new("11111111-1111-1111-1111-111111111111");
    private static readonly Guid Two = new("22222222-2222-2222-2222-222222222222");

    [Fact]
    public async Task Receipt_IsGivenOnce_ToItsAccount()
    {
        Assert.Equal([One], await AddAsync([One, One]));

        Assert.Equal([Two], await AddAsync([One, Two]));
        Assert.Empty(await AddAsync([Two, One]));
        Assert.Empty(await AddAsync([]));
        Assert.Equal([One], await AddAsync([One], account: OtherAccount));
    }

    [Fact]
    public async Task Receipt_WithoutACommit_IsNotThere()
    {
        Assert.Equal([One], await ReadAsync(unit => unit.WebhookReceipts.AddAsync([One], Noon, Cancellation)));

        Assert.Equal([One], await AddAsync([One]));
    }

    [Fact]
    public async Task Receipt_AskedForByManyAtOnce_IsGivenToOne()
    {
        var given = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AddAsync([One, Two]))));

        Assert.Equal([One, Two], given.SelectMany(static ids => ids).Order());
    }

    [Fact]
    public async Task Receipts_AreForgotten_OldestFirst_AndNewerOnesStay()
    {
        await AddAsync([Two], Noon.AddTicks(-1));
        await AddAsync([One], Noon.AddTicks(-2));
        var kept = Guid.NewGuid();
        await AddAsync([kept], Noon);
        await AddAsync([One], Noon.AddHours(-1), OtherAccount);

        Assert.Equal(1, await DeleteAsync(1));
        Assert.Equal([One], await AddAsync([One, Two, kept]));
        Assert.Equal(1, await DeleteAsync(10));
        Assert.Equal(0, await DeleteAsync(10));
        Assert.Equal([Two], await AddAsync([One, Two, kept]));
        Assert.Empty(await AddAsync([One], account: OtherAccount));
    }

    private async Task<IReadOnlySet<Guid>> AddAsync(IReadOnlyCollection<Guid> ids, DateTimeOffset? at = null, Integration.Accounts.AccountId? account = null)
    {
        IReadOnlySet<Guid> added = new HashSet<Guid>();
        await WriteAsync(async unit => added = await unit.WebhookReceipts.AddAsync(ids, at ?? Noon, Cancellation), account);
        return added;
    }

    private async Task<int> DeleteAsync(int take)
    {
        var deleted = 0;
        await WriteAsync(async unit => deleted = await unit.WebhookReceipts.DeleteAsync(Noon, take, Cancellation));
        return deleted;
    }
}

using Dotdigital.Sdk.Integration.MarketingLists;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;

public sealed class EntityMarketingListWriterTests
{
    private static readonly OptOutNotice Notice = new(Guid.NewGuid(), "a@x.test", "Unsubscribed", null, IsUndeliverable: false, IsAccountWide: false);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OptOut_AndBackIn_ChangeTheRecordOutsideTheSegmentToo_OP4(bool factory)
    {
        await using var shop = await Shop.OpenAsync(
            list => list
                .Where(c => c.IsActive)
                .Email(c => c.Email)
                .OnOptOut((c, why) => (c.AcceptsMarketing, c.Note) = (false, why.Reason))
                .OnOptBackIn((c, why) => c.AcceptsMarketing = true),
            factory: factory);
        await shop.ChangeAsync(context => context.Add(new Customer { Id = 1, IsActive = false }));
        var writer = Writer(shop);

        await writer.OptOutAsync("1", Notice, Cancel);
        await writer.OptOutAsync("1", Notice, Cancel);
        var optedOut = await CustomerAsync(shop);
        await writer.OptBackInAsync("1", Notice, Cancel);
        var back = await CustomerAsync(shop);

        Assert.Equal((false, "Unsubscribed"), (optedOut.AcceptsMarketing, optedOut.Note));
        Assert.True(back.AcceptsMarketing);
    }

    [Theory]
    [InlineData("404")]
    [InlineData("no id")]
    public async Task OptOut_RecordGone_NothingToDo(string itemId)
    {
        var calls = 0;
        await using var shop = await Shop.OpenAsync(list => list.Email(c => c.Email).OnOptOut((c, why) => calls++));

        await Writer(shop).OptOutAsync(itemId, Notice, Cancel);

        Assert.Equal(0, calls);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task OptOut_ConcurrentChange_IsTriedAgainOnceThenThrown(int conflicts, bool succeeds)
    {
        var left = conflicts;
        Shop? shop = null;
        await using var opened = shop = await Shop.OpenAsync(list => list.Email(c => c.Email).OnOptOut((c, why) =>
        {
            c.AcceptsMarketing = false;
            if (left-- > 0)
            {
                using var scope = shop!.Services.CreateScope();
                scope.ServiceProvider.GetRequiredService<ShopContext>().Customers.ExecuteUpdate(set => set.SetProperty(x => x.Version, Guid.NewGuid()));
            }
        }));
        await shop.ChangeAsync(context => context.Add(new Customer { Id = 1 }));

        var error = await Record.ExceptionAsync(() => Writer(shop).OptOutAsync("1", Notice, Cancel));

        Assert.Equal(succeeds, error is null);
        Assert.Equal(succeeds, !(await CustomerAsync(shop)).AcceptsMarketing);
        Assert.True(succeeds || error is DbUpdateConcurrencyException);
    }

    [Fact]
    public async Task Writer_NoActions_IsNone()
    {
        await using var shop = await Shop.OpenAsync(list => list.Email(c => c.Email));

        Assert.Null(shop.List.Writer);
    }

    private static IMarketingListWriter Writer(Shop shop) => shop.List.Writer!(shop.Services.CreateScope().ServiceProvider);

    private static async Task<Customer> CustomerAsync(Shop shop)
    {
        await using var scope = shop.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ShopContext>().Customers.SingleAsync(Cancel);
    }
}

using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Tracking;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Readme;

/// <summary>The handlers that docs/tracking.md shows do what it says (rule TR-1).</summary>
public sealed class TrackingDocsTests
{
    [Fact]
    public async Task TR1_Add_TracksWhatAComputedFieldIsMadeOf()
    {
        await using var shop = await TrackedShop<TrackedShopContext>.OpenAsync(new TrackingSnippets.TrackLastOrder());

        await shop.ChangeAsync(static context => context.Orders.Single().PlacedAt = new DateTime(2026, 2, 2));

        Assert.Equal(":1", await shop.RecordedAsync());
    }

    [Fact]
    public async Task TR1_Remove_RecordsNothingOfTheField_ButStillThoseBesideIt()
    {
        await using var shop = await TrackedShop<TrackedShopContext>.OpenAsync(new TrackingSnippets.LeaveTownsToForceSync());

        await shop.ChangeAsync(static context => context.Addresses.Single(a => a.Id == 10).Town = "Hull");
        Assert.Equal(string.Empty, await shop.RecordedAsync());
        await shop.ChangeAsync(static context => context.Customers.Single(c => c.Id == 1).AddressId = 11);
        Assert.Equal(":1", await shop.RecordedAsync());
    }

    [Fact]
    public async Task TR1_Redirect_LooksElsewhere_ForOneAccountOnly()
    {
        await using var shop = await TrackedShop<TrackedShopContext>.OpenAsync(new TrackingSnippets.FollowTheSourceOfFirstNames());

        await shop.ChangeAsync(static context => context.Customers.Single(c => c.Id == 1).FirstName = "written by a trigger");
        Assert.Equal(string.Empty, await shop.RecordedAsync());
        await shop.ChangeAsync(static context => context.Customers.Single(c => c.Id == 1).Note = "Eve");

        var changes = await shop.Services.GetRequiredService<IFieldChangeLog>().ReadAsync(0, 10, TestContext.Current.CancellationToken);
        Assert.Equal(new FieldChange(changes[0].Sequence, "Customer", string.Empty, "1") { Account = "main" }, Assert.Single(changes));
    }

    [Fact]
    public async Task TR1_ARelationToANewRecord_WhoseKeyTheDatabaseGives_IsRecordedAtItsParent()
    {
        await using var shop = await TrackedShop<TrackedShopContext>.OpenAsync();

        await shop.ChangeAsync(static context => context.Customers.Single(c => c.Id == 1).Address = new Address { Town = "New" });

        Assert.Equal(":1", await shop.RecordedAsync());
    }
}

using Microsoft.EntityFrameworkCore;
using Quickstart.Shop;

namespace Quickstart.Story;

/// <summary>The shop has had its customers for years: they are there before anything follows changes.</summary>
internal sealed class OpenShopAct : IAct
{
    public string Name => "open the shop";

    public async Task<string> PlayAsync(StoryContext story, CancellationToken cancellationToken)
    {
        string connection;
        await using (var shop = await story.Shop.CreateDbContextAsync(cancellationToken))
        {
            connection = shop.Database.GetConnectionString()!;
        }

        var untracked = new DbContextOptionsBuilder<ShopContext>().UseSqlite(connection).Options;
        await CustomerSeeder.RunAsync(
            () => new ShopContext(untracked),
            story.Customers,
            done => story.Engine.Tell("customers", done, story.Customers),
            cancellationToken);
        return $"{story.Customers:N0} customers";
    }
}

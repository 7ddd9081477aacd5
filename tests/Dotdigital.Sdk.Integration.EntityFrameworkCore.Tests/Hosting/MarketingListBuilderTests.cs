using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;

public sealed class MarketingListBuilderTests
{
    [Fact]
    public void AddMarketingList_FullDeclaration_ReachesTheEngine()
    {
        var list = Declare(list => list
            .Email(c => c.Email)
            .ConnectTo("main", " Newsletter ", create: true)
            .Map("FIRSTNAME", c => c.FirstName, twoWay: true, whenBlank: BlankAction.IsNotSent, whenOverlong: OverlongAction.IsCut)
            .Map("BIRTHDAY", c => c.Birthday!.Value, timeZone: "Europe/London")
            .Map("FULLNAME", c => c.FirstName, c => c.LastName, c => c.Orders.Count)
            .Map("TOWN", c => c.Address!.Town)
            .Map("LASTORDER", c => c.Orders.Max(o => o.PlacedAt))
            .OnOptOut((c, why) => c.AcceptsMarketing = false)
            .OnOptOutTell(OptOutAction.UnsubscribeFromAccount)
            .OptInType("Double")
            .EmailType("Html")
            .Priority(3));

        Assert.Equal("Customer", list.Entity);
        Assert.Equal(("main", "Newsletter", true), (list.Account?.Value, list.AddressBook, list.CreateAddressBook));
        Assert.Equal((OptOutAction.UnsubscribeFromAccount, "Double", "Html", 3), (list.OptOutAction, list.OptInType, list.EmailType, list.Priority));
        Assert.Equal(
            ["FIRSTNAME=FirstName", "BIRTHDAY=Birthday", "FULLNAME=FirstName+LastName+FULLNAME#3", "TOWN=Address.Town", "LASTORDER=LASTORDER"],
            list.Mapping.Select(row => $"{row.DataField}={string.Join('+', row.Fields)}"));
        Assert.Equal((true, BlankAction.IsNotSent, OverlongAction.IsCut), (list.Mapping[0].IsTwoWay, list.Mapping[0].WhenBlank, list.Mapping[0].WhenOverlong));
        Assert.Equal("Europe/London", list.Mapping[1].TimeZone);
        Assert.NotNull(list.Writer);
        Assert.Equal(["FULLNAME#3", "LASTORDER"], list.Fields.Where(field => field.IsComputed).Select(field => field.Name));
        Assert.Contains(("Birthday", typeof(DateOnly), false), list.Fields.Select(field => (field.Name, field.Type, field.IsComputed)));
        Assert.Contains(("Points", typeof(int), false), list.Fields.Select(field => (field.Name, field.Type, field.IsComputed)));
        Assert.Contains(new TrackedField { Entity = "Address", Field = "Town", RootEntity = "Customer", Path = "Address" }, list.TrackedFields);
        Assert.Contains(new TrackedField { Entity = "Customer", Field = "Address", RootEntity = "Customer" }, list.TrackedFields);
        Assert.DoesNotContain(list.TrackedFields, field => field.Field is "Orders" or "PlacedAt" or "Email");
    }

    [Fact]
    public void AddMarketingList_ManyMistakes_AreAllToldAtOnce()
    {
        var error = Assert.Throws<MarketingListDefinitionException>(() => Declare(list => list
            .Key(c => c.Birthday)
            .ConnectTo(" ", "all contacts")
            .Map("FIRSTNAME", c => c.FirstName)
            .Map("firstname", c => c.LastName)
            .Map("BAD NAME", c => c.LastName)
            .Map("EMAIL", c => c.Email)
            .Map("TOWN", c => c.Address!.Town, twoWay: true)
            .Map("ALIAS", c => c.LastName, twoWay: true)
            .Map("ALIAS2", c => c.LastName, twoWay: true)
            .Map("SHOUT", c => c.FirstName!.ToUpper(), twoWay: true)
            .Map("HOME", c => c.Home)
            .Map("NONE", [], BlankAction.Clears)
            .Map("ZONED", c => c.Points, timeZone: "Mars/Olympus")
            .OptInType(" ")));

        Assert.Equal("newsletter", error.List);
        string[] expected =
        [
            "has no email", "key 'Birthday'", "'firstname' is mapped twice", "'BAD NAME'", "'EMAIL' is not a data field", "'TOWN' cannot be two-way",
            "'LastName' is two-way with more than one", "'SHOUT' cannot be two-way", "'HOME' is mapped to a Home", "'NONE' is mapped to no",
            "'Mars/Olympus'", "'all contacts' is reserved", "account's id", ".OptInType",
        ];
        Assert.All(expected, text => Assert.Contains(error.Mistakes, mistake => mistake.Contains(text, StringComparison.Ordinal)));
        Assert.Equal(expected.Length, error.Mistakes.Count);
        Assert.All(error.Mistakes, mistake => Assert.Contains(mistake, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void AddMarketingList_NameBookOrKeyTaken_IsRefused()
    {
        var builder = new DotdigitalIntegrationBuilder(new ServiceCollection());
        builder.AddMarketingList<ShopContext, Customer>("newsletter", list => list.Email(c => c.Email).ConnectTo("main", "News"));

        var error = Assert.Throws<MarketingListDefinitionException>(() => builder.AddMarketingList<ShopContext, Customer>(
            "newsletter", list => list.Email(c => c.Email).ConnectTo("main", "NEWS").Key(c => c.Note!)));

        Assert.Equal(3, error.Mistakes.Count);
        Assert.Single(builder.Services, service => service.ServiceType == typeof(MarketingList));
    }

    [Fact]
    public async Task Start_ExpressionThatDoesNotBecomeSql_NamesTheRow()
    {
        using var host = HostOf(list => list
            .Email(c => c.Email)
            .Map("DISPLAY", c => c.Display.Trim())
            .Map("HASH", c => c.FirstName!.GetHashCode(StringComparison.Ordinal))
            .OptedOutWhen(c => c.Display == "no"));

        var error = await Assert.ThrowsAsync<MarketingListDefinitionException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains(error.Mistakes, mistake => mistake.StartsWith("Its .OptedOutWhen", StringComparison.Ordinal));
        Assert.NotNull(error.InnerException);
    }

    [Fact]
    public async Task Start_EntityNotInTheContext_SaysSo()
    {
        var services = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        services.Services.AddDbContext<ShopContext>(options => options.UseSqlite("Data Source=:memory:"));
        new DotdigitalIntegrationBuilder(services.Services).AddMarketingList<ShopContext, Shop>("strangers", list => list.Email(s => "x"));
        using var host = services.Build();

        var error = await Assert.ThrowsAsync<MarketingListDefinitionException>(() => host.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("has no entity Shop", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ListThatWorks_Starts()
    {
        using var host = HostOf(list => list.Where(c => c.IsActive).Email(c => c.Email).Map("LASTORDER", c => c.Orders.Max(o => o.PlacedAt)));

        await host.StartAsync(TestContext.Current.CancellationToken);

        Assert.NotNull(host.Services.GetRequiredService<MarketingList>().Source);
    }

    private static MarketingList Declare(Action<MarketingListBuilder<Customer>> declare)
    {
        var services = new ServiceCollection();
        new DotdigitalIntegrationBuilder(services).AddMarketingList<ShopContext, Customer>("newsletter", declare);
        return services.BuildServiceProvider().GetRequiredService<MarketingList>();
    }

    private static IHost HostOf(Action<MarketingListBuilder<Customer>> declare)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddDbContext<ShopContext>(options => options.UseSqlite("Data Source=:memory:"));
        new DotdigitalIntegrationBuilder(builder.Services).AddMarketingList<ShopContext, Customer>("newsletter", declare);
        return builder.Build();
    }
}

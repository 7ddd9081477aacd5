using Dotdigital.Sdk.Diagnostics;
using Dotdigital.Sdk.Integration;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Quickstart.Report;
using Quickstart.Shop;

namespace Quickstart.Wiring;

/// <summary>All that a shop writes to be connected to Dotdigital.</summary>
internal static class QuickstartHost
{
    public const string Account = "main";
    public const string List = "newsletter";
    public const string AddressBook = "Newsletter";

    public static IHost Build(QuickstartFiles files, QuickstartOptions options, AccountSettings account, TimeProvider time)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddDbContextFactory<ShopContext>(shop => shop.UseSqlite($"Data Source={files.Shop}"));
        builder.Services
            .AddDotdigitalIntegration(dotdigital =>
            {
                dotdigital.Accounts[Account] = account;
                dotdigital.Transport = options.Transport;
                dotdigital.Client.AllowLoopback = account.Endpoint?.IsLoopback == true;
                dotdigital.LeaseDuration = TimeSpan.FromSeconds(10);
            })
            .AddMarketingList<ShopContext, Customer>(List, list => list
                .Where(customer => customer.IsActive)
                .OptedOutWhen(customer => !customer.AcceptsMarketing)
                .OnOptOut((customer, _) => customer.AcceptsMarketing = false)
                .ConnectTo(Account, AddressBook, create: !options.IsRealAccount || options.IsConfirmed)
                .Email(customer => customer.Email)
                .Map("FIRSTNAME", customer => customer.FirstName)
                .Map("LASTNAME", customer => customer.LastName)
                .Map("FULLNAME", customer => customer.FirstName, customer => customer.LastName)
                .Map("TOWN", customer => customer.Address!.Town)
                .Map("POSTCODE", customer => customer.Address!.Postcode)
                .Map("BIRTHDAY", customer => customer.Birthday)
                .Map("LOYALTY_POINTS", customer => customer.LoyaltyPoints)
                .Map("BALANCE", customer => customer.Balance)
                .Map("VIP", customer => customer.IsVip)
                .Map("SHOP_NOTES", customer => customer.Notes)
                .Map("LAST_ORDER", customer => customer.LastOrderAt))
            .UseChangesIn<ShopContext>()
            .UseSqliteStore($"Data Source={files.Engine}");
        AddDiagnostics(builder, options, time);
        return builder.Build();
    }

    /// <summary>What only this sample needs: the emulator's clock, a count of the calls, and logs beside the tables.</summary>
    private static void AddDiagnostics(HostApplicationBuilder builder, QuickstartOptions options, TimeProvider time)
    {
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton<CallCounter>();
        builder.Services.AddSingleton<IDotdigitalCallObserver>(services => services.GetRequiredService<CallCounter>());
        builder.Logging
            .SetMinimumLevel(options.IsVerbose ? LogLevel.Information : LogLevel.Warning)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("System.Net.Http", LogLevel.Warning)
            .AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}

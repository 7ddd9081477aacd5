using Dotdigital.Sdk.Emulator;
using Dotdigital.Sdk.Integration;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;
using Dotdigital.Sdk.Integration.Quartz;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace WorkerOnPostgres;

/// <summary>All that a worker service writes. Any number of these processes may run on the two databases: Quartz's cluster spreads the accounts over them.</summary>
internal static class Worker
{
    public const string AddressBook = "Newsletter";

    public static IHost Build(Databases databases, DotdigitalEmulator dotdigital)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddDbContextFactory<ShopContext>(shop => shop.UseNpgsql(databases.Shop));
        builder.Services.AddQuartz(quartz => quartz.UsePersistentStore(store => store
            .ConfigureStore(static options => options.StoreJobDataAsStrings = true)
            .UsePostgres(NpgsqlFactory.Instance, databases.Engine)
            .UseClustering()
            .ProvisionSchema()));
        builder.Services.AddQuartzHostedService(static options => options.WaitForJobsToComplete = true);
        var account = dotdigital.Account("main");
        builder.Services
            .AddDotdigitalIntegration(options =>
            {
                options.Accounts["main"] = new AccountSettings { UserName = account.UserName, Password = account.Password, Endpoint = dotdigital.BaseAddress };
                options.Client.AllowLoopback = true;

                // A story is short; a host leaves these at their minutes.
                options.CycleInterval = TimeSpan.FromSeconds(2);
                options.TrackedChangesInterval = TimeSpan.FromSeconds(2);
                options.ExportStatusInterval = TimeSpan.FromSeconds(2);
            })
            .AddMarketingList<ShopContext, Customer>("newsletter", static list => list
                .OptedOutWhen(customer => !customer.AcceptsMarketing)
                .OnOptOut(static (customer, _) => customer.AcceptsMarketing = false)
                .ConnectTo("main", AddressBook, create: true)
                .Email(customer => customer.Email)
                .Map("FIRSTNAME", customer => customer.FirstName))
            .UseChangesIn<ShopContext>()
            .UsePostgreSqlStore(databases.Engine)
            .UseQuartz()
            .UsePostgresLocks(databases.Engine);
        return builder.Build();
    }
}

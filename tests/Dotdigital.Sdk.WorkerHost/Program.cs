// One process of a host, for tests that need several of them: the shop's customers in one PostgreSQL database, the engine's state in another, the jobs on
// Quartz or the hosted scheduler. It runs until it is told to stop, or killed.
using Dotdigital.Sdk.Integration;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;
using Dotdigital.Sdk.Integration.Quartz;
using Dotdigital.Sdk.WorkerHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

var builder = Host.CreateApplicationBuilder(args);
var store = Get("store");
builder.Logging.ClearProviders().AddSimpleConsole(static console => console.SingleLine = true).SetMinimumLevel(LogLevel.Information).AddFilter("Microsoft", LogLevel.Warning).AddFilter("System", LogLevel.Warning);
builder.Services.AddDbContextFactory<ShopContext>(shop => shop.UseNpgsql(Get("shop")));
var dotdigital = builder.Services
    .AddDotdigitalIntegration(options =>
    {
        options.Accounts["main"] = new AccountSettings { UserName = Get("user"), Password = Get("password"), Endpoint = new Uri(Get("emulator")) };
        options.Client.AllowLoopback = true;
        options.CycleInterval = Seconds("cycle");
        options.ExportStatusInterval = Seconds("status");
        options.LeaseDuration = Seconds("lease");
        options.TrackedChangesInterval = Seconds("changes");
        options.MaxBatchRows = Number("rows");
    })
    .AddMarketingList<ShopContext, Customer>(CustomerList.Name, CustomerList.Declare)
    .UseChangesIn<ShopContext>()
    .UsePostgreSqlStore(store);
if (Get("scheduler") == "quartz")
{
    builder.Services.AddQuartz(quartz => quartz
        .UseDefaultThreadPool(4)
        .UsePersistentStore(jobs => jobs
            .ConfigureStore(static options => options.StoreJobDataAsStrings = true)
            .UsePostgres(NpgsqlFactory.Instance, store)
            .UseClustering(static cluster =>
            {
                cluster.CheckinInterval = TimeSpan.FromSeconds(1);
                cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(2);
            })
            .ProvisionSchema()));
    builder.Services.AddQuartzHostedService(static options => options.WaitForJobsToComplete = true);
    dotdigital.UseQuartz().UsePostgresLocks(store);
}
else
{
    dotdigital.AddScheduler();
}

await builder.Build().RunAsync();

string Get(string key) => builder.Configuration[key] ?? throw new InvalidOperationException($"--{key} is missing.");

int Number(string key) => int.Parse(Get(key), System.Globalization.CultureInfo.InvariantCulture);

TimeSpan Seconds(string key) => TimeSpan.FromSeconds(Number(key));

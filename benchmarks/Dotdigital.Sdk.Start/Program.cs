using Dotdigital.Sdk.Integration;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Start;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// CPU milliseconds from the start of the process, over what "empty" takes:
//   empty           a host that has started
//   host            with the integration, started; no job has run
//   memory          to the first call of the first step, with the store in memory
//   store FILE      to the first call of the first step, with a SQLite store that is migrated already
//   migrate FILE    makes that store
var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
builder.Logging.ClearProviders();
if (args is ["empty"])
{
    await builder.Build().StartAsync();
    FirstCall.Tell();
}

var address = FirstCall.Await();
var integration = builder.Services.AddDotdigitalIntegration(o =>
{
    o.Client.AllowLoopback = true;
    o.Accounts["main"] = new AccountSettings { UserName = "user", Password = "password", Endpoint = address };
});
if (args is [_, var file])
{
    integration.UseSqliteStore($"Data Source={file}");
}
else
{
    integration.UseInMemoryStore();
}

using var host = builder.Build();
if (args is ["migrate", _])
{
    await host.Services.MigrateDotdigitalAsync();
    return 0;
}

await host.StartAsync();
if (args is ["host"])
{
    FirstCall.Tell();
}

await host.Services.GetRequiredService<ISyncOrchestrator>().RunCycleAsync(new AccountId("main"), null, null, CancellationToken.None);
return 1;

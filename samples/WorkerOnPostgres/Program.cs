// A worker service on PostgreSQL: the Generic Host runs the jobs on a clustered Quartz scheduler; the customers live in the shop's own database, the engine's
// state and Quartz's tables in another, and an account's holder is proven alive by a session lock. Start it several times on one server and the nodes share
// the accounts. This sample plays a short story against the emulator on loopback (first sync, a change, an opt-out each way), checks both sides, and ends by
// itself: exit code 0 when they agree. Give a connection string of a server on which databases may be made as its argument (or in DOTDIGITAL_POSTGRES);
// without one it starts a private server from the installed binaries, and without those it says "skipped" (with CI=true it fails).
using Dotdigital.Sdk.Emulator;
using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.PostgreSqlServer;
using Microsoft.Extensions.Hosting;
using WorkerOnPostgres;

await using var databases = await Databases.CreateAsync(args.FirstOrDefault() ?? PostgreSqlBinaries.ConnectionString);
if (databases is null)
{
    Console.WriteLine("skipped: no PostgreSQL found (install its server, or give a connection string)");
    return string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
}

await using var dotdigital = await DotdigitalEmulator.StartAsync(new EmulatorOptions());
using var worker = Worker.Build(databases, dotdigital);
await worker.Services.MigrateDotdigitalAsync();
await Story.OpenShopAsync(worker);
await worker.StartAsync();
var isInSync = await new Story(worker, dotdigital).PlayAsync();
await worker.StopAsync();
Console.WriteLine($"in sync: {(isInSync ? "yes" : "no")}");
return isInSync ? 0 : 1;

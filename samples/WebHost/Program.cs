using Dotdigital.Sdk.Emulator;
using Dotdigital.Sdk.Integration;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.AspNetCore;
using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;
using Microsoft.EntityFrameworkCore;
using WebHost;
using WebHost.Shop;
using WebHost.SignIn;

const string Dashboard = "/dotdigital";
var isOnce = args.Contains("--once");
var folder = Directory.CreateTempSubdirectory("web-host-").FullName;
try
{
    await using var emulator = await DotdigitalEmulator.StartAsync();
    var dotdigital = emulator.Account(DemoAccount.Name);
    DemoAccount.Prepare(dotdigital);

    var builder = WebApplication.CreateBuilder(args.Where(static arg => arg != "--once").ToArray());
    builder.Logging.SetMinimumLevel(LogLevel.Warning);
    if (isOnce || string.IsNullOrEmpty(builder.Configuration["urls"]))
    {
        builder.WebHost.UseUrls(isOnce ? "http://127.0.0.1:0" : "http://127.0.0.1:5080");
    }

    DemoSignIn.Add(builder.Services);
    builder.Services.AddSingleton<TimeProvider>(emulator.Clock);
    builder.Services.AddDbContextFactory<ShopContext>(shop => shop.UseSqlite($"Data Source={Path.Combine(folder, "shop.db")}"));
    builder.Services
        .AddDotdigitalIntegration(options =>
        {
            options.Client.AllowLoopback = true;
            options.Accounts[DemoAccount.Name] = new AccountSettings
            {
                Name = "Demo shop",
                UserName = dotdigital.UserName,
                Password = dotdigital.Password,
                Endpoint = emulator.BaseAddress,
                SingleSignOn = { ClientId = dotdigital.SignInClientId, ClientSecret = dotdigital.SignInClientSecret },

                // For the demo only: nobody waits minutes for what they asked for.
                Schedule = { CycleInterval = TimeSpan.FromSeconds(30), ExportStatusInterval = TimeSpan.FromSeconds(5) },
            };
        })
        .AddMarketingList<ShopContext, Customer>("newsletter", list => list
            .Where(customer => customer.IsActive)
            .OptedOutWhen(customer => !customer.AcceptsMarketing)
            .OnOptOut((customer, _) => customer.AcceptsMarketing = false)
            .ConnectTo(DemoAccount.Name, "Newsletter", create: true)
            .Email(customer => customer.Email)
            .Map("FIRSTNAME", customer => customer.FirstName)
            .Map("LASTNAME", customer => customer.LastName)
            .Map("FULLNAME", customer => customer.FirstName, customer => customer.LastName))
        .AddMarketingList<ShopContext, Customer>("best-customers", list => list
            .Where(customer => customer.Points > 300 && customer.IsActive)
            .OptedOutWhen(customer => !customer.AcceptsMarketing)
            .OnOptOut((customer, _) => customer.AcceptsMarketing = false)
            .Email(customer => customer.Email)
            .Map("FIRSTNAME", customer => customer.FirstName)
            .Map("LASTNAME", customer => customer.LastName)
            .Map("FULLNAME", customer => customer.FirstName, customer => customer.LastName))
        .UseChangesIn<ShopContext>()
        .UseSqliteStore($"Data Source={Path.Combine(folder, "engine.db")}")
        .UseInMemorySecretProtector()
        .AddDotdigitalDashboard(dashboard => (dashboard.ViewPolicy, dashboard.ChangePolicy, dashboard.Title) = (DemoSignIn.View, DemoSignIn.Change, "Shop & Dotdigital"))
        .AddScheduler();

    await using var app = builder.Build();
    app.UseAuthentication();
    app.UseAuthorization();
    app.MapGet("/", static () => Results.LocalRedirect(Dashboard));
    app.MapDotdigitalDashboard(Dashboard);
    app.MapDotdigitalSingleSignOn($"{Dashboard}/sso", sso => sso.AuthorizationPolicy = DemoSignIn.View);
    DemoSignIn.Map(app, Dashboard);

    await app.Services.MigrateDotdigitalAsync();
    await using (var shop = await app.Services.GetRequiredService<IDbContextFactory<ShopContext>>().CreateDbContextAsync())
    {
        await ShopData.FillAsync(shop, CancellationToken.None);
    }

    await new DemoRun(app.Services, emulator).PlayAsync(CancellationToken.None);
    await app.StartAsync();
    var address = new Uri(app.Urls.First());
    if (isOnce)
    {
        var wrong = await OwnPages.CheckAsync(address, Dashboard, CancellationToken.None);
        await app.StopAsync();
        foreach (var problem in wrong)
        {
            await Console.Error.WriteLineAsync(problem);
        }

        Console.WriteLine(wrong.Count == 0 ? "all pages answered" : "some pages did not answer");
        return wrong.Count == 0 ? 0 : 1;
    }

    Console.WriteLine($"A small shop with an emulated Dotdigital account runs. Open {new Uri(address, Dashboard)} and sign in with the demo login (no password). Ctrl+C ends it.");
    await app.WaitForShutdownAsync();
    return 0;
}
finally
{
    Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    Directory.Delete(folder, recursive: true);
}

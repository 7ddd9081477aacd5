using System.Globalization;
using Dotdigital.Sdk.Emulator;
using Dotdigital.Sdk.Emulator.Control;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Scheduling;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Dashboard;

/// <summary>A host with a dashboard on a real socket: an emulated account, a SQLite store, a shop, and two kinds of users.</summary>
internal sealed class DashboardBench : IAsyncDisposable
{
    public const string Newsletter = "newsletter";

    /// <summary>A list that is not connected, with a name that would be markup.</summary>
    public const string Odd = "vip <b>&\"'</b>";

    public const string Viewer = "viewer";
    public const string Admin = "admin";

    private readonly WebApplication _app;
    private readonly string _file;

    private DashboardBench(DotdigitalEmulator emulator, TestShop shop, WebApplication app, string file, string prefix)
    {
        (Emulator, Shop, _app, _file) = (emulator, shop, app, file);
        Root = new Uri(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), prefix);
    }

    public static AccountId Id { get; } = new("main");

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public DotdigitalEmulator Emulator { get; }

    public EmulatedAccount Remote => Emulator.Account("main");

    public TestShop Shop { get; }

    /// <summary>The dashboard's own address.</summary>
    public Uri Root { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>The store's file.</summary>
    public string File => _file;

    public IConnectionService Connections => Services.GetRequiredService<IConnectionService>();

    public static async Task<DashboardBench> StartAsync(
        Action<DotdigitalDashboardOptions>? configure = null, string pathBase = "", string prefix = "/dotdigital", string environment = "Production", int customers = 12, int books = 0,
        Action<AccountSettings, EmulatedAccount>? account = null, Action<IEndpointRouteBuilder>? map = null, Action<DotdigitalIntegrationOptions>? engine = null)
    {
        var emulator = await DotdigitalEmulator.StartAsync(new EmulatorOptions { Accounts = { new() { Name = "main" }, new() { Name = "second" } } }, Cancel);
        var remote = emulator.Account("main");
        remote.CreateDataField("TOWN", Sdk.Emulator.DataFields.DataFieldType.String);
        remote.CreateDataField("POINTS", Sdk.Emulator.DataFields.DataFieldType.Numeric);
        remote.CreateAddressBook("Free <i>book</i>");
        for (var i = 1; i <= books; i++)
        {
            remote.CreateAddressBook($"Book {i:D4}");
        }

        var shop = new TestShop();
        shop.Fill(customers);
        var file = Path.Combine(Path.GetTempPath(), $"dashboard-{Guid.NewGuid():N}.db");
        var app = Build(emulator, remote, shop, file, configure ?? (static options => (options.ViewPolicy, options.ChangePolicy) = ("view", "change")), pathBase, prefix, environment, account, map, engine);
        try
        {
            await app.Services.MigrateDotdigitalAsync(Cancel);
            await app.StartAsync(Cancel);
        }
        catch
        {
            await app.DisposeAsync();
            await emulator.DisposeAsync();
            throw;
        }

        return new DashboardBench(emulator, shop, app, file, pathBase + prefix);
    }

    /// <summary>A visitor with cookies of their own; null for one who did not sign in.</summary>
    public Visitor Visit(string? user = Admin) => new(Root, user);

    public async Task CycleAsync()
    {
        var report = await Services.GetRequiredService<ISyncOrchestrator>().RunCycleAsync(Id, cancellationToken: Cancel);
        Assert.Empty(report.Failures.Select(static step => $"{step.Step} {step.Scope}: {step.Error}"));
    }

    /// <summary>Cycles and statuses until an undisturbed host is in step.</summary>
    public async Task SettleAsync()
    {
        for (var i = 0; i < 2; i++)
        {
            await CycleAsync();
            Emulator.Clock.Advance(TimeSpan.FromMinutes(10));
            await Services.GetRequiredService<IExportStatusOrchestrator>().RunAsync(Id, cancellationToken: Cancel);
        }

        await CycleAsync();
    }

    /// <summary>A campaign goes out to the newsletter's people, who open and click it over some days, and all of it is read.</summary>
    public async Task SendCampaignAsync(string name)
    {
        var campaign = Remote.CreateCampaign(name, "Look & see");
        Remote.SendCampaign(campaign, Remote.AddressBooks.Single(static book => book.Name == "Newsletter").Id);
        var recipients = Remote.Campaigns.Single(sent => sent.Id == campaign).Recipients;
        for (var day = 1; day <= 5; day++)
        {
            Emulator.Clock.Advance(TimeSpan.FromDays(1));
            foreach (var email in recipients.Take(recipients.Count / day))
            {
                Remote.Open(campaign, email);
            }

            Remote.Click(campaign, recipients[day], "https://shop.example/spring");
        }

        Emulator.Clock.Advance(TimeSpan.FromMinutes(5));
        var report = await Services.GetRequiredService<ISyncOrchestrator>().RunCycleAsync(Id, new RunOptions { Force = true }, cancellationToken: Cancel);
        Assert.Empty(report.Failures.Select(static step => $"{step.Step} {step.Scope}: {step.Error}"));
    }

    /// <summary>A bench whose account and application have single sign-on.</summary>
    public static async Task<DashboardBench> WithSignInAsync(Action<DotdigitalSingleSignOnOptions>? configure = null) => await StartAsync(
        account: static (settings, remote) => (settings.SingleSignOn.ClientId, settings.SingleSignOn.ClientSecret) = (remote.SignInClientId, remote.SignInClientSecret),
        map: app => app.MapDotdigitalSingleSignOn("/sso", configure));

    /// <summary>Counts the statements that a page takes.</summary>
    public async Task<int> CountStatementsAsync(Func<Task> act)
    {
        using var counter = new StatementCounter(_file);
        await act();
        return counter.Count;
    }

    /// <summary>Takes the store's tables away under the engine.</summary>
    public async Task BreakStoreAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={_file}");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "ALTER TABLE dotdigital_connections RENAME TO gone";
        await command.ExecuteNonQueryAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Emulator.DisposeAsync();
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(_file)!, $"{Path.GetFileName(_file)}*"))
        {
            System.IO.File.Delete(file);
        }
    }

    private static WebApplication Build(
        DotdigitalEmulator emulator, EmulatedAccount remote, TestShop shop, string file, Action<DotdigitalDashboardOptions> configure, string pathBase, string prefix, string environment,
        Action<AccountSettings, EmulatedAccount>? account, Action<IEndpointRouteBuilder>? map, Action<DotdigitalIntegrationOptions>? engine)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(emulator.Clock);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, TestSignIn>("test", null);
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy("view", static policy => policy.RequireAuthenticatedUser())
            .AddPolicy("change", static policy => policy.RequireUserName(Admin));
        builder.Services
            .AddDotdigitalIntegration(options =>
            {
                options.Client.AllowLoopback = true;
                options.Client.MaxRetries = 0;
                var settings = new AccountSettings { UserName = remote.UserName, Password = remote.Password, Endpoint = emulator.BaseAddress };
                account?.Invoke(settings, remote);
                options.Accounts["main"] = settings;
                engine?.Invoke(options);
            })
            .AddMarketingList(shop.AsList(Newsletter, "Newsletter"))
            .AddMarketingList(shop.AsList(Odd))
            .UseSqliteStore(string.Create(CultureInfo.InvariantCulture, $"Data Source={file}"))
            .UseInMemorySecretProtector()
            .AddDotdigitalDashboard(configure);
        var app = builder.Build();
        if (pathBase.Length > 0)
        {
            app.UsePathBase(pathBase);
            app.UseRouting();
        }

        app.UseAuthentication();
        app.UseAuthorization();
        app.MapDotdigitalDashboard(prefix);
        map?.Invoke(app);
        return app;
    }
}

using Dotdigital.Sdk;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quickstart.Report;
using Quickstart.Shop;
using Quickstart.Wiring;

namespace Quickstart.Story;

/// <summary>
/// Connects to a real account and plans an export. Without <c>--yes</c> it only reads; with it the data fields and the address book are created and
/// the list is connected, as an import does. Contacts are never sent.
/// </summary>
internal static class RealAccount
{
    public static async Task<int> RunAsync(QuickstartOptions options, IStage stage, CancellationToken cancellationToken)
    {
        var settings = new AccountSettings
        {
            UserName = Variable("DOTDIGITAL_USER") ?? "",
            Password = Variable("DOTDIGITAL_PASSWORD") ?? "",
            Endpoint = Variable("DOTDIGITAL_ENDPOINT") is { } endpoint ? new Uri(endpoint) : null,
        };
        if (settings.UserName.Length == 0 || settings.Password.Length == 0)
        {
            throw new InvalidOperationException("set DOTDIGITAL_USER and DOTDIGITAL_PASSWORD to the credentials of an API user");
        }

        using var files = new QuickstartFiles(options.Database);
        using var host = QuickstartHost.Build(files, options, settings, TimeProvider.System);
        var services = host.Services;
        await services.MigrateDotdigitalAsync(cancellationToken);
        var shop = services.GetRequiredService<IDbContextFactory<ShopContext>>();
        var customers = await CustomerSeeder.PrepareAsync(shop.CreateDbContext, options.Customers, cancellationToken);
        await CustomerSeeder.RunAsync(shop.CreateDbContext, customers, static _ => { }, cancellationToken);
        await host.StartAsync(cancellationToken);
        var account = new AccountId(QuickstartHost.Account);
        var check = await services.GetRequiredService<IAccountChecker>().CheckAsync(account, cancellationToken);
        if (!check.IsConnected)
        {
            throw new InvalidOperationException(check.Problem);
        }

        stage.Say($"connected to {check.Name ?? "the account"} at {check.Endpoint}");
        var client = services.GetRequiredService<IDotdigitalClientFactory>().Create(new DotdigitalAccountOptions
        {
            Name = QuickstartHost.Account,
            UserName = settings.UserName,
            Password = settings.Password,
            Endpoint = settings.Endpoint,
        });
        await (options.IsConfirmed ? ConnectAsync(services, client, account, stage, cancellationToken) : LookAsync(client, customers, stage, cancellationToken));
        await host.StopAsync(CancellationToken.None);
        return 0;
    }

    private static async Task LookAsync(IDotdigitalClient client, int customers, IStage stage, CancellationToken cancellationToken)
    {
        var missing = await MappedDataFields.FindMissingAsync(client, cancellationToken);
        var isThere = false;
        await foreach (var book in client.AddressBooks.GetAllAsync(cancellationToken))
        {
            isThere |= string.Equals(book.Name, QuickstartHost.AddressBook, StringComparison.OrdinalIgnoreCase);
        }

        stage.Say(missing.Count == 0 ? "all mapped data fields exist" : $"data fields to be created: {string.Join(", ", missing.Select(field => field.Name))}");
        stage.Say($"address book '{QuickstartHost.AddressBook}' {(isThere ? "exists and would be connected" : "would be created and connected")}");
        stage.Say($"then an export of at most {customers:N0} customers could be planned; nothing was changed: say --yes to do so");
    }

    private static async Task ConnectAsync(IServiceProvider services, IDotdigitalClient client, AccountId account, IStage stage, CancellationToken cancellationToken)
    {
        stage.Say($"{await MappedDataFields.CreateMissingAsync(client, cancellationToken)} data fields created");
        var report = await services.GetRequiredService<IImportOrchestrator>().RunAsync(account, cancellationToken: cancellationToken);
        foreach (var failure in report.Failures)
        {
            stage.Say($"{failure.Step} failed: {failure.Error}");
        }

        var forecast = await services.GetRequiredService<IExportOrchestrator>().PlanExportAsync(account, cancellationToken: cancellationToken);
        foreach (var list in forecast.Lists)
        {
            stage.Show(new TableView(
                $"What an export of '{list.ListName}' to '{list.AddressBook}' would do",
                ["items", "to add", "to update", "to remove", "opted out", "set aside", "imports"],
                [[$"{list.Items:N0}", $"{list.ToAdd:N0}", $"{list.ToUpdate:N0}", $"{list.ToRemove:N0}", $"{list.OptedOut:N0}", $"{list.SetAside.Values.Sum():N0}", $"{list.Imports:N0}"]]));
        }
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

using Dotdigital.Sdk.Integration;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.LoadRun;

/// <summary>The engine as a host registers it.</summary>
internal sealed class EngineRun(LoadOptions options, EmulatorProcess emulator, string connectionString) : IAsyncDisposable
{
    private static readonly AccountId Account = new("main");
    private readonly List<People> _lists = [];
    private ServiceProvider _services = null!;

    public async Task StartAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        var builder = services.AddDotdigitalIntegration(o =>
        {
            o.Client.AllowLoopback = true;
            o.Accounts["main"] = new AccountSettings { UserName = EmulatorProcess.UserName, Password = EmulatorProcess.Password, Endpoint = emulator.Address };
        });
        _ = options.IsPostgres ? builder.UsePostgreSqlStore(connectionString) : builder.UseSqliteStore(connectionString);
        for (var book = 0; book < options.Books; book++)
        {
            var people = new People((int)((long)options.Contacts * book / options.Books), (int)((long)options.Contacts * (book + 1) / options.Books));
            _lists.Add(people);
            builder.AddMarketingList(people.AsList($"Book {book}"));
        }

        _services = services.BuildServiceProvider();
        await _services.MigrateDotdigitalAsync(CancellationToken.None);
    }

    public async Task RunAsync()
    {
        var first = new CallTable("first sync and first import");
        await Phase.MeasureAsync("first sync (export, status, ids read back)", () => SettleAsync(first));
        await emulator.WaitAsync();
        var quiet = new CallTable("a quiet cycle");
        await Phase.MeasureAsync("quiet cycle", () => CycleAsync(quiet));
        await emulator.WaitAsync();
        var changed = new CallTable("1 % changed");
        var below = Math.Max(1, options.Contacts / 100);
        _lists.ForEach(list => list.ChangedBelow = below);
        await Phase.MeasureAsync("1 % changed: recorded, exported, status, read back", async () =>
        {
            await RecordAsync(below);
            await SettleAsync(changed);
        });
        first.Print();
        quiet.Print();
        changed.Print();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task RecordAsync(int below)
    {
        var recorder = _services.GetRequiredService<IFieldChangeRecorder>();
        foreach (var people in Enumerable.Range(0, below).Chunk(1000))
        {
            await recorder.RecordAsync("Person", [.. people.Select(People.IdOf)], ["Points"], CancellationToken.None);
        }

        await _services.GetRequiredService<ITrackedChangeProcessor>().RunAsync(null, CancellationToken.None);
    }

    private async Task<bool> CycleAsync(CallTable calls)
    {
        var report = calls.Add(await _services.GetRequiredService<ISyncOrchestrator>().RunCycleAsync(Account, null, null, CancellationToken.None));
        return report.Continues || report.Steps.Any(static step => step.Sent > 0);
    }

    /// <summary>Cycles and statuses until a cycle sends nothing, as a scheduler would over the minutes.</summary>
    private async Task SettleAsync(CallTable calls)
    {
        while (await CycleAsync(calls))
        {
            calls.Add(await _services.GetRequiredService<IExportStatusOrchestrator>().RunAsync(Account, null, null, CancellationToken.None));
            await emulator.WaitAsync();
        }
    }
}

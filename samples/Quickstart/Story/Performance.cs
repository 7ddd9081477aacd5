using Dotdigital.Sdk.Emulator;
using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quickstart.Check;
using Quickstart.Report;
using Quickstart.Shop;
using Quickstart.Wiring;

namespace Quickstart.Story;

/// <summary>Puts the shop, the engine and the emulator on one stage, plays the story, and checks how it ended.</summary>
internal static class Performance
{
    public static async Task<int> RunAsync(QuickstartOptions options, IStage stage, CancellationToken cancellationToken)
    {
        using var files = new QuickstartFiles(options.Database);
        var emulator = await EmulatedDotdigital.StartAsync(files, cancellationToken);
        MemoryUse memory;
        StoryContext story;
        SyncVerdict verdict;
        try
        {
            using var host = QuickstartHost.Build(files, options, EmulatedDotdigital.CredentialsOf(emulator), emulator.Clock);
            story = await PrepareAsync(host.Services, options, emulator, stage, cancellationToken);
            await host.StartAsync(cancellationToken);
            await StoryRunner.RunAsync(story, cancellationToken);
            verdict = await SyncCheck.RunAsync(story, cancellationToken);
            await host.StopAsync(CancellationToken.None);
        }
        finally
        {
            memory = MemoryUse.Measure();
            await emulator.DisposeAsync();
        }

        var report = StoryReport.Of(options, story, verdict, memory);
        StoryTables.Show(stage, report);
        if (options.Report is not null)
        {
            await report.WriteAsync(options.Report, cancellationToken);
        }

        Console.WriteLine(report.LastLine);
        return verdict.IsInSync ? 0 : 1;
    }

    private static async Task<StoryContext> PrepareAsync(IServiceProvider services, QuickstartOptions options, DotdigitalEmulator emulator, IStage stage, CancellationToken cancellationToken)
    {
        await services.MigrateDotdigitalAsync(cancellationToken);
        var shop = services.GetRequiredService<IDbContextFactory<ShopContext>>();
        var customers = await CustomerSeeder.PrepareAsync(shop.CreateDbContext, options.Customers, cancellationToken);
        if (customers != options.Customers)
        {
            stage.Say($"the shop in this database has {customers:N0} customers: going on with them");
        }

        var store = services.GetRequiredService<ISyncStore>();
        return new StoryContext
        {
            Customers = customers,
            Shop = shop,
            Services = services,
            Emulator = emulator,
            Store = store,
            Calls = services.GetRequiredService<CallCounter>(),
            Stage = stage,
            Engine = new EngineRuns(
                services.GetRequiredService<IImportOrchestrator>(),
                services.GetRequiredService<IExportOrchestrator>(),
                services.GetRequiredService<IExportStatusOrchestrator>(),
                services.GetRequiredService<ISyncOrchestrator>(),
                services.GetRequiredService<ITrackedChangeProcessor>(),
                store,
                emulator.Clock,
                stage),
        };
    }
}

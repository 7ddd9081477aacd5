using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.OptOuts;
using Dotdigital.Sdk.Integration.Scheduling;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>Runs <see cref="ExportSteps"/> under the account's lock, opt-outs first, then delivers events.</summary>
internal sealed class ExportOrchestrator(AccountRunner runner, DailySteps daily, DeliverEventsStep deliver) : IExportOrchestrator
{
    public Task<SyncReport> RunAsync(AccountId account, RunOptions? options, IProgress<SyncProgress>? progress, CancellationToken cancellationToken) =>
        runner.RunAsync(
            account,
            JobNames.Export,
            options,
            progress,
            async (run, steps, token) =>
            {
                await OptOutSteps.RunAsync(run, steps, token).ConfigureAwait(false);
                await daily.ForceSyncAsync(run, steps, token).ConfigureAwait(false);
                await ExportSteps.RunAsync(run, steps, token).ConfigureAwait(false);
                await steps.RunAsync(StepNames.DeliverEvents, string.Empty, t => deliver.RunAsync(run, t), token).ConfigureAwait(false);
                await DailySteps.RetainAsync(run, steps, token).ConfigureAwait(false);
            },
            cancellationToken);

    public async Task<ExportForecast> PlanExportAsync(AccountId account, PlanOptions? options, CancellationToken cancellationToken)
    {
        options ??= new PlanOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.MostExamples, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MostExamples, 1000, nameof(options));
        var forecast = new ExportForecast(account, []);
        var report = await runner.RunAsync(
            account,
            JobNames.Plan,
            new RunOptions { ListName = options.ListName },
            null,
            async (run, _, token) => forecast = await ExportForecaster.RunAsync(run, options, token).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);
        return report.WasBusy ? throw new AccountBusyException(account) : forecast;
    }
}

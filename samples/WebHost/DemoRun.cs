using Dotdigital.Sdk.Emulator;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Scheduling;

namespace WebHost;

/// <summary>What has happened before the demo's first visitor comes: a first sync, a campaign, and what people did with it.</summary>
internal sealed class DemoRun(IServiceProvider services, DotdigitalEmulator emulator)
{
    private static readonly AccountId Account = new(DemoAccount.Name);

    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        await SyncAsync(3, cancellationToken);
        DemoAccount.SendCampaign(emulator);
        await SyncAsync(2, cancellationToken);
    }

    private async Task SyncAsync(int times, CancellationToken cancellationToken)
    {
        for (var i = 0; i < times; i++)
        {
            var report = await services.GetRequiredService<ISyncOrchestrator>().RunCycleAsync(Account, new RunOptions { Force = true }, cancellationToken: cancellationToken);
            if (!report.IsSuccess)
            {
                throw new InvalidOperationException($"The demo's sync failed: {string.Join("; ", report.Failures.Select(static step => $"{step.Step}: {step.Error}"))}");
            }

            emulator.Clock.Advance(TimeSpan.FromMinutes(10));
            await services.GetRequiredService<IExportStatusOrchestrator>().RunAsync(Account, cancellationToken: cancellationToken);
        }
    }
}

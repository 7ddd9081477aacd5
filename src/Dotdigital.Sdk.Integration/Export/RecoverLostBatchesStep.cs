using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Export;

/// <summary>
/// Rule EX-6: a batch found in Sending belongs to a run that died, since this one holds the account's lock. Nothing can be asked of Dotdigital
/// about it, so its members are due again and it is kept as lost: contact reads compare with what it carried.
/// </summary>
internal static class RecoverLostBatchesStep
{
    public static async Task<StepReport> RunAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var report = new StepReport { Step = StepNames.RecoverLostBatches };
        IReadOnlyList<BatchRecord> orphans;
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            orphans = await unit.Batches.GetAsync([BatchState.Sending], cancellationToken).ConfigureAwait(false);
        }

        foreach (var batch in orphans)
        {
            await BatchSender.GiveBackAsync(run, batch, BatchState.Lost, "The run that sent it ended before Dotdigital's answer was stored.", cancellationToken).ConfigureAwait(false);
            report = report with { Read = report.Read + 1, Updated = report.Updated + batch.MemberCount };
        }

        return report;
    }
}

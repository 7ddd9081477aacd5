using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;

namespace Dotdigital.Sdk.Integration.OptOuts;

/// <summary>Rule OP-2: who was suppressed in the account, since the account's own watermark.</summary>
internal static class ReadSuppressionsStep
{
    public static Task<StepReport> RunAsync(AccountRun run, CancellationToken cancellationToken) =>
        OptOutReader.ReadAsync(run, StepNames.ReadSuppressions, null, string.Empty, run.Client.Contacts.GetSuppressedSincePageAsync, cancellationToken);
}

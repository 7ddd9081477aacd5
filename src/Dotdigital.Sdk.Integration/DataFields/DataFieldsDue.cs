using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.DataFields;

/// <summary>Has the next cycle read the data fields, whenever they were read before.</summary>
internal static class DataFieldsDue
{
    public static async Task MakeAsync(ISyncStore store, AccountId account, CancellationToken cancellationToken)
    {
        await using var unit = await store.BeginAsync(account, cancellationToken).ConfigureAwait(false);

        // What was never read is due anyway, and stays so (rule MP-5 asks for the first time).
        var mark = await unit.Watermarks.GetAsync(StepNames.SyncDataFields, 0, cancellationToken).ConfigureAwait(false);
        if (mark.At is not null)
        {
            await unit.Watermarks.SaveAsync(mark with { At = DateTimeOffset.UnixEpoch }, cancellationToken).ConfigureAwait(false);
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}

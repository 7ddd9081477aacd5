using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Scheduling;

/// <summary>Checks what is asked for, and remembers it where every runner looks.</summary>
internal sealed class SyncRequests(AccountDirectory accounts, ISyncStore store) : ISyncRequests
{
    public IReadOnlyList<string> Jobs { get; } = [JobNames.Cycle, JobNames.ExportStatus, JobNames.TrackedChanges, JobNames.DataFields, JobNames.DeliverEvents];

    public async Task RequestAsync(AccountId account, string job, CancellationToken cancellationToken)
    {
        if (!Jobs.Contains(job, StringComparer.Ordinal))
        {
            throw new ArgumentException($"'{job}' is no job that can be asked for; these can: {string.Join(", ", Jobs)}.", nameof(job));
        }

        var found = await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false);
        if (!found.Settings.IsEnabled)
        {
            throw new UnknownAccountException(account, $"is disabled: {found.Remedy("IsEnabled to true", nameof(IAccountService.SetEnabledAsync))} to run it.");
        }

        if (string.Equals(job, JobNames.DataFields, StringComparison.Ordinal))
        {
            await DataFieldsDue.MakeAsync(store, account, cancellationToken).ConfigureAwait(false);
        }

        await store.Locks.RequestAsync(account, job, cancellationToken).ConfigureAwait(false);
    }
}

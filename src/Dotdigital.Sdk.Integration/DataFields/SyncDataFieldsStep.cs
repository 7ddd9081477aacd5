using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.DataFields;

/// <summary>Keeps the stored data fields like Dotdigital's (rule DF-1). Its watermark tells when it last read them.</summary>
internal sealed class SyncDataFieldsStep(ILogger<SyncDataFieldsStep> logger)
{
    public async Task<StepReport> RunAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var started = run.Time.GetTimestamp();
        var read = await run.Client.DataFields.GetAllAsync(cancellationToken).ConfigureAwait(false);
        var fields = read.Select(ToRecord).DistinctBy(static field => field.Name, StringComparer.OrdinalIgnoreCase).ToList();

        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var stored = (await unit.DataFields.GetAllAsync(cancellationToken).ConfigureAwait(false))
            .ToDictionary(static field => field.Name, StringComparer.OrdinalIgnoreCase);
        if (fields.Count == 0)
        {
            logger.EmptyRead(run.Account.Value, stored.Count);
            return new StepReport { Step = StepNames.SyncDataFields, Skipped = stored.Count, Duration = run.Time.GetElapsedTime(started) };
        }

        var changed = fields.Where(field => !field.Equals(stored.GetValueOrDefault(field.Name))).ToList();
        var added = changed.Count(field => !stored.ContainsKey(field.Name));
        var gone = stored.Keys.Except(fields.Select(static field => field.Name), StringComparer.OrdinalIgnoreCase).ToList();
        await unit.DataFields.SaveAsync(changed, cancellationToken).ConfigureAwait(false);
        await unit.DataFields.DeleteAsync(gone, cancellationToken).ConfigureAwait(false);
        await unit.Watermarks.SaveAsync(new WatermarkRecord { Step = StepNames.SyncDataFields, At = run.DotdigitalBegin }, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);

        logger.Synced(run.Account.Value, read.Count, added, changed.Count - added, gone.Count);
        return new StepReport
        {
            Step = StepNames.SyncDataFields,
            Read = read.Count,
            Added = added,
            Updated = changed.Count - added,
            Removed = gone.Count,
            Skipped = fields.Count - changed.Count,
            Duration = run.Time.GetElapsedTime(started),
        };
    }

    private static DataFieldRecord ToRecord(DataField field)
    {
        var type = field.Type.ToEngine();
        return new DataFieldRecord
        {
            Name = field.Name,
            Type = type,
            Visibility = field.Visibility.Value.Length == 0 ? null : field.Visibility.Value,
            DefaultValue = CanonicalDefault.Of(type, field.DefaultValue),
        };
    }
}

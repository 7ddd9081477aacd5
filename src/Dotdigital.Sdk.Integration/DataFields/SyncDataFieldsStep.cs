using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.DataFields;

/// <summary>Keeps the stored data fields like Dotdigital's, and the stored mappings free of rows for those that are gone (rule DF-1). Its watermark tells when it last read them.</summary>
internal sealed class SyncDataFieldsStep(ILogger<SyncDataFieldsStep> logger)
{
    public async Task<StepReport> RunAsync(AccountRun run, CancellationToken cancellationToken)
    {
        var started = run.Time.GetTimestamp();
        HashSet<string> before;
        bool isFirst;
        await using (var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false))
        {
            before = (await unit.DataFields.GetAllAsync(cancellationToken).ConfigureAwait(false)).Select(static field => field.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            isFirst = (await unit.Watermarks.GetAsync(StepNames.SyncDataFields, 0, cancellationToken).ConfigureAwait(false)).At is null;
        }

        var read = await run.Client.DataFields.GetAllAsync(cancellationToken).ConfigureAwait(false);
        if (read.Count == 0)
        {
            logger.EmptyRead(run.Account.Value, before.Count);
            return new StepReport { Step = StepNames.SyncDataFields, Skipped = before.Count, Duration = run.Time.GetElapsedTime(started) };
        }

        var system = SystemDataFields.Among(read.Select(static field => field.Name));
        var fields = read.Select(field => ToRecord(field, system)).DistinctBy(static field => field.Name, StringComparer.OrdinalIgnoreCase).ToList();
        var notes = new List<string>();
        var defaults = isFirst ? await DefaultMapping.SuggestAsync(run.Lists, run.Account, fields, notes, cancellationToken).ConfigureAwait(false) : [];
        var report = await StoreAsync(run, before, fields, defaults, cancellationToken).ConfigureAwait(false);
        return report with { Notes = [.. report.Notes, .. notes], Read = read.Count, Duration = run.Time.GetElapsedTime(started) };
    }

    private async Task<StepReport> StoreAsync(
        AccountRun run, HashSet<string> before, List<DataFieldRecord> fields, IReadOnlyList<MappingRecord> defaults, CancellationToken cancellationToken)
    {
        await using var unit = await run.BeginAsync(cancellationToken).ConfigureAwait(false);
        var stored = (await unit.DataFields.GetAllAsync(cancellationToken).ConfigureAwait(false))
            .ToDictionary(static field => field.Name, StringComparer.OrdinalIgnoreCase);
        var present = fields.Select(field => field with { Notes = stored.GetValueOrDefault(field.Name)?.Notes }).ToList();
        var changed = present.Where(field => !field.Equals(stored.GetValueOrDefault(field.Name))).ToList();
        var added = changed.Count(field => !stored.ContainsKey(field.Name));

        // One that was created while this step read is not among what was read, and not gone.
        var gone = stored.Keys.Where(before.Contains).Except(fields.Select(static field => field.Name), StringComparer.OrdinalIgnoreCase).ToList();
        await unit.DataFields.SaveAsync(changed, cancellationToken).ConfigureAwait(false);
        await unit.DataFields.DeleteAsync(gone, cancellationToken).ConfigureAwait(false);
        var notes = await GoneDataFields.RemoveRowsAsync(run, unit, stored, [.. fields.Select(static field => field.Name), .. stored.Keys.Except(gone, StringComparer.OrdinalIgnoreCase)], cancellationToken).ConfigureAwait(false);
        notes = [.. notes, .. await DefaultMapping.StoreAsync(run, unit, defaults, cancellationToken).ConfigureAwait(false)];
        await unit.Watermarks.SaveAsync(new WatermarkRecord { Step = StepNames.SyncDataFields, At = run.DotdigitalBegin }, cancellationToken).ConfigureAwait(false);
        await unit.CommitAsync(cancellationToken).ConfigureAwait(false);

        logger.Synced(run.Account.Value, fields.Count, added, changed.Count - added, gone.Count);
        foreach (var note in notes)
        {
            logger.MappingTouched(run.Account.Value, note);
        }

        return new StepReport
        {
            Step = StepNames.SyncDataFields,
            Added = added,
            Updated = changed.Count - added,
            Removed = gone.Count,
            Skipped = fields.Count - changed.Count,
            Notes = notes,
        };
    }

    private static DataFieldRecord ToRecord(DataField field, HashSet<string> system)
    {
        var type = field.Type.ToEngine();
        return new DataFieldRecord
        {
            Name = field.Name,
            Type = type,
            Visibility = field.Visibility.Value.Length == 0 ? null : field.Visibility.Value,
            DefaultValue = CanonicalDefault.Of(type, field.DefaultValue),
            IsSystem = system.Contains(field.Name),
        };
    }
}

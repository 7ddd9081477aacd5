using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>Takes the rows of data fields that an account no longer has out of its stored mappings (rule DF-1). Rows in code are not ours to change: their lists are not exported until they are mended.</summary>
internal static class GoneDataFields
{
    /// <returns>What was taken out, for the report.</returns>
    public static async Task<IReadOnlyList<string>> RemoveRowsAsync(
        AccountRun run, IUnitOfWork unit, IReadOnlyDictionary<string, DataFieldRecord> before, HashSet<string> present, CancellationToken cancellationToken)
    {
        var names = new HashSet<string>(present, StringComparer.OrdinalIgnoreCase);
        var notes = new List<string>();
        foreach (var mapping in await unit.Mappings.GetAllAsync(cancellationToken).ConfigureAwait(false))
        {
            var gone = mapping.Rows.Where(row => !names.Contains(row.DataField) && !names.Contains(SystemDataFields.Find(before, row.DataField)?.Name ?? row.DataField)).ToList();
            if (gone.Count == 0)
            {
                continue;
            }

            await unit.Mappings.SaveAsync(mapping with { Rows = [.. mapping.Rows.Except(gone)], ChangedAt = run.Time.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
            notes.Add($"The mapping of '{mapping.Entity}' lost its rows for {string.Join(", ", gone.Select(static row => $"'{row.DataField}'"))}: Dotdigital has no such data field any more.");
        }

        return notes;
    }
}

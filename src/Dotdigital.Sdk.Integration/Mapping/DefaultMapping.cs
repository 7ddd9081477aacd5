using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>
/// After an account's first read of data fields, each entity without a mapping gets one of its names (rule MP-5): FIRSTNAME, LASTNAME and FULLNAME, as far as
/// it has such fields. An entity that has rows in code, be it for one of its lists only, has a mapping.
/// </summary>
internal static class DefaultMapping
{
    /// <summary>The mappings to store, unless the entity has one by then. Asks the host, so outside of any unit.</summary>
    /// <param name="lists">The declared lists.</param>
    /// <param name="account">The account.</param>
    /// <param name="dataFields">Its data fields.</param>
    /// <param name="notes">Takes what could not be asked: a host that cannot say which fields it has does not keep the account from its data fields.</param>
    /// <param name="cancellationToken">Cancels the asking.</param>
    public static async Task<IReadOnlyList<MappingRecord>> SuggestAsync(
        MarketingListCatalogue lists, AccountId account, IReadOnlyList<DataFieldRecord> dataFields, List<string> notes, CancellationToken cancellationToken)
    {
        var known = dataFields.ToDictionary(static field => field.Name, StringComparer.OrdinalIgnoreCase);
        var suggested = new List<MappingRecord>();
        foreach (var entity in lists.All.Where(list => list.Account is null || list.Account == account).GroupBy(static list => list.Entity, StringComparer.Ordinal))
        {
            if (entity.Any(static list => list.Mapping.Count > 0))
            {
                continue;
            }

            try
            {
                if (await RowsAsync(lists, [.. entity], known, cancellationToken).ConfigureAwait(false) is { Count: > 0 } rows)
                {
                    suggested.Add(new MappingRecord { Entity = entity.Key, Rows = rows, ChangedAt = default });
                }
            }
            catch (Exception failed) when (!(failed is OperationCanceledException && cancellationToken.IsCancellationRequested))
            {
                notes.Add($"'{entity.Key}' has no mapping and got none, as its lists could not be asked which fields they have ({failed.Message}): give it one.");
            }
        }

        return suggested;
    }

    /// <summary>Stores them, and has them taken over without a comparison.</summary>
    /// <returns>What was stored, for the report.</returns>
    public static async Task<IReadOnlyList<string>> StoreAsync(AccountRun run, IUnitOfWork unit, IReadOnlyList<MappingRecord> suggested, CancellationToken cancellationToken)
    {
        var taken = (await unit.Mappings.GetAllAsync(cancellationToken).ConfigureAwait(false)).Select(static mapping => mapping.Entity).ToHashSet(StringComparer.Ordinal);
        var notes = new List<string>();
        foreach (var mapping in suggested.Where(mapping => !taken.Contains(mapping.Entity)))
        {
            await unit.Mappings.SaveAsync(mapping with { ChangedAt = run.Time.GetUtcNow() }, cancellationToken).ConfigureAwait(false);
            notes.Add($"'{mapping.Entity}' had no mapping and got {string.Join(", ", mapping.Rows.Select(static row => row.DataField))}; change or remove it as you like.");
            foreach (var connection in await unit.Connections.GetAllAsync(cancellationToken).ConfigureAwait(false))
            {
                if (connection is { DisconnectedAt: null, MappingFingerprint: not null } && string.Equals(run.Lists.Find(connection.ListName)?.Entity, mapping.Entity, StringComparison.Ordinal))
                {
                    await unit.Connections.SaveAsync(connection with { MappingFingerprint = MappingFingerprint.TakenOver }, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        return notes;
    }

    private static async Task<IReadOnlyList<MappingRow>> RowsAsync(
        MarketingListCatalogue lists, IReadOnlyList<MarketingList> ofEntity, IReadOnlyDictionary<string, DataFieldRecord> dataFields, CancellationToken cancellationToken)
    {
        var first = await NameAsync("firstname").ConfigureAwait(false);
        var last = await NameAsync("lastname").ConfigureAwait(false);
        var rows = new List<MappingRow>();
        Add(SystemDataFields.FirstName, first);
        Add(SystemDataFields.LastName, last);
        if (first is not null && last is not null)
        {
            Add(SystemDataFields.FullName, first, last);
        }

        return rows;

        void Add(string dataField, params string?[] fields)
        {
            if (!fields.Contains(null) && SystemDataFields.Find(dataFields, dataField) is { Type: DataFieldType.String } field)
            {
                rows.Add(new MappingRow { DataField = field.Name, Fields = [.. fields.Select(static name => name!)] });
            }
        }

        // The same own text field in all lists, whatever its case and underscores.
        async Task<string?> NameAsync(string wanted)
        {
            HashSet<string>? names = null;
            foreach (var list in ofEntity)
            {
                var fields = await lists.GetFieldsAsync(list, [], cancellationToken).ConfigureAwait(false);
                var found = fields
                    .Where(field => !field.IsComputed && field.Type == typeof(string) && string.Equals(field.Name.Replace("_", string.Empty, StringComparison.Ordinal), wanted, StringComparison.OrdinalIgnoreCase))
                    .Select(static field => field.Name)
                    .ToHashSet(StringComparer.Ordinal);
                names = names is null ? found : [.. names.Intersect(found, StringComparer.Ordinal)];
            }

            return names?.Order(StringComparer.Ordinal).FirstOrDefault();
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>A list's mapping bound to the account's data fields: turns what the host reads into canonical values.</summary>
internal sealed class ListMapping
{
    private ListMapping(IReadOnlyList<string> fields, IReadOnlyList<MappingColumn> columns, string fingerprint)
    {
        Fields = fields;
        Columns = columns;
        Fingerprint = fingerprint;
    }

    /// <summary>The host fields to read, each once.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>The data fields, in the order of their names.</summary>
    public IReadOnlyList<MappingColumn> Columns { get; }

    /// <summary>Changes whenever values could come out differently (rule MP-4).</summary>
    public string Fingerprint { get; }

    /// <summary>Binds a list's rows.</summary>
    /// <exception cref="MappingException">A data field is missing or of another type, named twice, or a field is not the list's (rules MP-1, MP-2).</exception>
    public static ListMapping Bind(MarketingList list, IReadOnlyList<DataFieldRecord> dataFields)
    {
        var problems = new List<string>();
        var known = dataFields.ToDictionary(static field => field.Name, StringComparer.OrdinalIgnoreCase);
        var hostFields = list.Fields.ToDictionary(static field => field.Name, StringComparer.Ordinal);
        var fields = new List<string>();
        var columns = new List<MappingColumn>();
        var fingerprint = new StringBuilder();
        foreach (var row in list.Mapping.OrderBy(static row => row.DataField, StringComparer.OrdinalIgnoreCase))
        {
            if (!known.TryGetValue(row.DataField, out var field))
            {
                problems.Add($"data field '{row.DataField}' does not exist in the account: create it in Dotdigital, or take it out of the mapping");
                continue;
            }

            if (columns.Exists(column => string.Equals(column.Field.Name, field.Name, StringComparison.OrdinalIgnoreCase)))
            {
                problems.Add($"data field '{row.DataField}' is mapped twice: keep one row");
                continue;
            }

            var found = row.Fields.Select(name => hostFields.GetValueOrDefault(name)).ToList();
            if (found.Count == 0 || found.Contains(null))
            {
                problems.Add($"data field '{row.DataField}' is mapped to a field that the list does not have: {string.Join(", ", row.Fields)}");
                continue;
            }

            if (Misfit(field, found!) is { } misfit)
            {
                problems.Add(misfit);
                continue;
            }

            if (!TryZone(row.TimeZone, out var zone))
            {
                problems.Add($"data field '{row.DataField}' names the time zone '{row.TimeZone}', which this machine does not know: use an IANA name such as Europe/London");
                continue;
            }

            if (row.IsTwoWay && (row.Restores || found.Count != 1 || found[0]!.IsComputed || row.Fields[0].Contains('.', StringComparison.Ordinal)))
            {
                problems.Add($"data field '{row.DataField}' cannot be two-way: only a single own field can, that is not computed and not restored (rules MP-3, MP-6); map it one-way");
                continue;
            }

            columns.Add(new MappingColumn(field, row, [.. row.Fields.Select(PositionOf)], zone));
            fingerprint.Append(field.Name).Append('|').Append(field.Type).Append('|').AppendJoin('+', row.Fields).Append('|')
                .Append(row.WhenBlank).Append('|').Append(row.WhenOverlong).Append('|').Append(row.TimeZone).Append('\n');
        }

        if (problems.Count > 0)
        {
            throw new MappingException(list.Name, problems);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(fingerprint.ToString())).AsSpan(0, 12));
        return new ListMapping(fields, columns, hash);

        int PositionOf(string name)
        {
            var position = fields.IndexOf(name);
            if (position < 0)
            {
                position = fields.Count;
                fields.Add(name);
            }

            return position;
        }
    }

    /// <summary>The canonical value of one column: null is left out, empty clears.</summary>
    /// <param name="column">One of <see cref="Columns"/>.</param>
    /// <param name="item">What the host read.</param>
    /// <param name="text">The value.</param>
    /// <returns>Null, or why the value does not fit.</returns>
    public static string? TryProject(MappingColumn column, ListItem item, out string? text)
    {
        object? value;
        if (column.Positions.Count == 1)
        {
            value = item.Values[column.Positions[0]];
        }
        else
        {
            var parts = column.Positions.Select(position => CanonicalValue.TextOf(item.Values[position], column.Zone)).Where(static part => part is not null);
            value = string.Join(' ', parts);
        }

        var misfit = CanonicalValue.TryFromHost(value, column.Field.Type, column.Zone, column.Row.WhenOverlong, out text);
        if (misfit is not null)
        {
            return $"data field '{column.Field.Name}': {misfit}";
        }

        text ??= column.Row.WhenBlank == BlankAction.Clears ? string.Empty : null;
        return null;
    }

    private static string? Misfit(DataFieldRecord field, List<ListField> sources)
    {
        if (sources.Count > 1)
        {
            return field.Type is DataFieldType.String or DataFieldType.Unknown
                ? null
                : $"several fields can only go into a String, and data field '{field.Name}' is {field.Type}";
        }

        var type = Nullable.GetUnderlyingType(sources[0].Type) ?? sources[0].Type;
        var fits = type == typeof(object) || field.Type switch
        {
            DataFieldType.Numeric => !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal,
            DataFieldType.Date => type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly),
            DataFieldType.Boolean => type == typeof(bool),
            _ => true,
        };
        return fits ? null : $"data field '{field.Name}' is {field.Type}, and '{sources[0].Name}' is a {type.Name}: map it to a data field of its type, or to a String";
    }

    private static bool TryZone(string? name, out TimeZoneInfo zone)
    {
        zone = TimeZoneInfo.Utc;
        return name is null || TimeZoneInfo.TryFindSystemTimeZoneById(name, out zone!);
    }
}

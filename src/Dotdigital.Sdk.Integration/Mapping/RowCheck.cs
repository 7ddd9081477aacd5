using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>Checks the rows of one mapping, one after the other: what is wrong with each, and the remedy (rules MP-1 to MP-3).</summary>
internal sealed class RowCheck(IReadOnlyDictionary<string, DataFieldRecord> dataFields, IReadOnlyDictionary<string, ListField> hostFields)
{
    private static readonly string[] ContactColumns = ["Email", "OptInType", "EmailType"];

    private readonly HashSet<string> _mapped = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _twoWay = new(StringComparer.Ordinal);

    /// <summary>The account's data field of a row, or what is wrong.</summary>
    public (DataFieldRecord? Field, string? Problem) Check(MappingRow row)
    {
        if (ContactColumns.Contains(row.DataField, StringComparer.OrdinalIgnoreCase))
        {
            return (null, $"'{row.DataField}' is not a data field but a property of the contact: take it out of the mapping");
        }

        if (SystemDataFields.Find(dataFields, row.DataField) is not { } field)
        {
            return (null, $"data field '{row.DataField}' does not exist in the account: create it in Dotdigital, or take it out of the mapping");
        }

        if (SystemDataFields.IsServerSet(field.Name) && field.IsSystem)
        {
            return (null, $"data field '{row.DataField}' is set by Dotdigital itself: take it out of the mapping");
        }

        if (!_mapped.Add(field.Name))
        {
            return (null, $"data field '{row.DataField}' is mapped twice: keep one row");
        }

        var unknown = row.Fields.Where(name => !hostFields.ContainsKey(name)).ToList();
        if (row.Fields.Count == 0 || unknown.Count > 0)
        {
            return (null, row.Fields.Count == 0
                ? $"data field '{row.DataField}' is mapped to no field: name at least one"
                : $"data field '{row.DataField}' is mapped to a field that the list does not have: {string.Join(", ", unknown)}; choose one of its fields, or declare it in code");
        }

        var sources = row.Fields.Select(name => hostFields[name]).ToList();
        return (field, Misfit(field, sources) ?? (row.IsTwoWay ? NotTwoWay(field, sources) : null) ?? WrongChoice(row));
    }

    private static string? Misfit(DataFieldRecord field, List<ListField> sources)
    {
        if (sources.Count > 1)
        {
            return field.Type is DataFieldType.String or DataFieldType.Unknown
                ? null
                : $"several fields can only go into a String, and data field '{field.Name}' is {field.Type}: map one field, or choose a String data field";
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

    private string? NotTwoWay(DataFieldRecord field, List<ListField> sources)
    {
        if (sources is not [{ CanBeTwoWay: true } source])
        {
            return $"data field '{field.Name}' cannot be two-way: only a single own field that can be written can; map it one-way";
        }

        return _twoWay.Add(source.Name) ? null : $"'{source.Name}' is two-way with more than one data field, whose changes would overwrite each other: keep one of them two-way";
    }

    private static string? WrongChoice(MappingRow row)
    {
        if (row is { IsTwoWay: true, Restores: true })
        {
            return $"data field '{row.DataField}' cannot be both two-way and restored: keep what Dotdigital changed, or undo it (rules IM-4, MP-6)";
        }

        if (!Enum.IsDefined(row.WhenBlank) || !Enum.IsDefined(row.WhenOverlong))
        {
            return $"data field '{row.DataField}' has a choice for blank or overlong values that this version does not know: choose again";
        }

        return row.TimeZone is null || TimeZoneInfo.TryFindSystemTimeZoneById(row.TimeZone, out _)
            ? null
            : $"data field '{row.DataField}' names the time zone '{row.TimeZone}', which this machine does not know: use an IANA name such as Europe/London";
    }
}

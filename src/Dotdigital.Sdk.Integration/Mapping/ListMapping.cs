using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Mapping;

/// <summary>A list's mapping bound to the account's data fields: turns what the host reads into canonical values.</summary>
internal sealed class ListMapping
{
    private ListMapping(IReadOnlyList<string> fields, IReadOnlyList<MappingColumn> columns)
    {
        Fields = fields;
        Columns = columns;
    }

    /// <summary>The host fields to read, each once.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>The data fields, in the order of their names.</summary>
    public IReadOnlyList<MappingColumn> Columns { get; }

    /// <summary>Binds a list's effective rows (<see cref="EffectiveMapping"/>).</summary>
    /// <exception cref="MappingException">A row cannot be used; all problems are told at once (rules MP-1 to MP-3).</exception>
    public static ListMapping Bind(MarketingList list, IReadOnlyList<DataFieldRecord> dataFields)
    {
        var problems = new List<string>();
        var mapping = Bind(list, dataFields, problems);
        return problems.Count > 0 ? throw new MappingException(list.Name, problems) : mapping;
    }

    /// <summary>Binds the rows that can be used, and adds what is wrong with the others.</summary>
    public static ListMapping Bind(MarketingList list, IReadOnlyList<DataFieldRecord> dataFields, List<string> problems) => Bind(list, dataFields, problems, []);

    /// <summary>The same; what is wrong with a row is also told by the row's place in the list's mapping.</summary>
    public static ListMapping Bind(MarketingList list, IReadOnlyList<DataFieldRecord> dataFields, List<string> problems, List<MappingRowProblem> ofRows)
    {
        var check = new RowCheck(
            dataFields.ToDictionary(static field => field.Name, StringComparer.OrdinalIgnoreCase),
            list.Fields.ToDictionary(static field => field.Name, StringComparer.Ordinal));
        if (list.FieldsFailure is { } failure)
        {
            problems.Add($"marketing list '{list.Name}' could not be asked which fields it has ({failure}): mend its source, and the next run goes on");
        }

        var fields = new List<string>();
        var columns = new List<MappingColumn>();
        foreach (var (place, row) in list.Mapping.Index().OrderBy(static row => row.Item.DataField, StringComparer.OrdinalIgnoreCase))
        {
            var (field, problem) = check.Check(row);
            if (problem is not null)
            {
                problems.Add(problem);
                ofRows.Add(new MappingRowProblem(place, problem));
                continue;
            }

            var zone = row.TimeZone is null ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(row.TimeZone);
            columns.Add(new MappingColumn(field!, row, [.. row.Fields.Select(PositionOf)], zone));
        }

        return new ListMapping(fields, columns);

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
}

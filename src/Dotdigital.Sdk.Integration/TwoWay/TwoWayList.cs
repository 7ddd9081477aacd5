using Dotdigital.Sdk.Integration.Mapping;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.TwoWay;

/// <summary>A connected list with what of its mapping concerns changes made in Dotdigital.</summary>
internal sealed class TwoWayList(ConnectedList list, ListMapping mapping)
{
    public ConnectedList List { get; } = list;

    public ListMapping Mapping { get; } = mapping;

    public int ConnectionId => List.Connection.Id;

    /// <summary>The rows whose changes flow back to the host.</summary>
    public IReadOnlyList<MappingColumn> TwoWay { get; } = [.. mapping.Columns.Where(static column => column.Row.IsTwoWay)];

    /// <summary>The rows whose host value is put back when Dotdigital's changes (rule MP-6).</summary>
    public IReadOnlyList<MappingColumn> Restored { get; } = [.. mapping.Columns.Where(static column => column.Row.Restores)];

    /// <summary>Whether any row is made of this host field besides the two-way row of <paramref name="dataField"/>: then a write to it is to be exported.</summary>
    public bool UsesOtherwise(string field, string dataField) => Mapping.Columns.Any(column =>
        column.Row.Fields.Contains(field, StringComparer.Ordinal) && !(column.Row.IsTwoWay && string.Equals(column.Field.Name, dataField, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The list's field of a two-way column.</summary>
    public ListField FieldOf(MappingColumn column) => List.List.Fields.First(field => string.Equals(field.Name, column.Row.Fields[0], StringComparison.Ordinal));
}

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;

/// <summary>
/// How rows of one table are written, in terms that every provider speaks: columns to insert (row by row, or as one array a column), and the
/// standard <c>ON CONFLICT</c> clause that follows the values. Rows of one call may repeat a key; the last one counts.
/// </summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">The columns, keys first, in the order of the values.</param>
/// <param name="Keys">The names of the key's columns.</param>
/// <param name="Conflict">The clause for a row that is there already; empty when that is an error.</param>
internal sealed record UpsertPlan<TRow>(string Table, IReadOnlyList<UpsertColumn<TRow>> Columns, IReadOnlyList<string> Keys, string Conflict)
{
    /// <summary>The statement up to the values.</summary>
    public string InsertInto { get; } = $"INSERT INTO {Table} ({string.Join(", ", Columns.Select(static column => Quote(column.Name)))})";

    /// <summary>A column's name as both databases read it whatever it is: one that a later version adds may be a reserved word.</summary>
    public static string Quote(string column) => $"\"{column}\"";
}

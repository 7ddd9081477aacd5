using System.Globalization;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Writing;
using Npgsql;
using NpgsqlTypes;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Storage;

/// <summary>An upsert of many rows as one statement: one array a column, joined again by <c>unnest</c>.</summary>
internal sealed class PostgreSqlUpsert<TRow>(UpsertPlan<TRow> plan)
    where TRow : class
{
    private const int ChunkSize = 1000;

    private readonly string _sql = Sql(plan);

    /// <summary>The rows in parts that one statement takes, in their order.</summary>
    public IEnumerable<TRow[]> Chunk(IReadOnlyCollection<TRow> rows) => LastOfEachKey(rows).Chunk(ChunkSize);

    /// <summary>The statement for one part.</summary>
    public NpgsqlCommand CreateCommand(NpgsqlConnection connection, TRow[] rows)
    {
        var command = new NpgsqlCommand(_sql, connection);
        foreach (var column in plan.Columns)
        {
            command.Parameters.Add(Parameter(column, rows));
        }

        return command;
    }

    private static string Sql(UpsertPlan<TRow> plan)
    {
        var arrays = plan.Columns.Select(static (column, index) => string.Create(CultureInfo.InvariantCulture, $"${index + 1}::{TypeName(column.Type)}[]"));
        return $"{plan.InsertInto} SELECT * FROM unnest({string.Join(", ", arrays)}){plan.Conflict}";
    }

    /// <summary>One statement may not touch a row twice: of rows with the same key the last one counts. Where a conflict changes nothing, or is an error, all stay.</summary>
    private IReadOnlyCollection<TRow> LastOfEachKey(IReadOnlyCollection<TRow> rows)
    {
        if (!plan.Conflict.Contains("DO UPDATE", StringComparison.Ordinal) || rows.Count < 2)
        {
            return rows;
        }

        var seen = new HashSet<TRow>(rows.Count, new SameKey(plan));
        var last = new List<TRow>(rows.Count);
        foreach (var row in rows.Reverse())
        {
            if (seen.Add(row))
            {
                last.Add(row);
            }
        }

        last.Reverse();
        return last;
    }

    private static NpgsqlParameter Parameter(UpsertColumn<TRow> column, TRow[] rows) => column.Type switch
    {
        var type when type == typeof(string) => Parameter(rows, row => column.Text!(row) is { } text ? StorableText.Of(text) : null, NpgsqlDbType.Text),
        var type when type == typeof(long) => Parameter(rows, row => column.Number!(row), NpgsqlDbType.Bigint),
        var type when type == typeof(int) => Parameter(rows, row => (int?)column.Number!(row), NpgsqlDbType.Integer),
        var type when type == typeof(bool) => Parameter(rows, row => column.Number!(row) is { } number ? number != 0 : (bool?)null, NpgsqlDbType.Boolean),
        var type => throw new NotSupportedException($"The column '{column.Name}' has values of type {type.Name}, which no upsert writes."),
    };

    private static NpgsqlParameter<T[]> Parameter<T>(TRow[] rows, Converter<TRow, T> read, NpgsqlDbType type) =>
        new() { TypedValue = Array.ConvertAll(rows, read), NpgsqlDbType = NpgsqlDbType.Array | type };

    private static string TypeName(Type type) =>
        type == typeof(string) ? "text" : type == typeof(long) ? "bigint" : type == typeof(int) ? "integer" : "boolean";

    /// <summary>Compares rows by their keys, as they are stored.</summary>
    private sealed class SameKey(UpsertPlan<TRow> plan) : IEqualityComparer<TRow>
    {
        private readonly UpsertColumn<TRow>[] _keys = [.. plan.Columns.Where(column => plan.Keys.Contains(column.Name, StringComparer.Ordinal))];

        public bool Equals(TRow? x, TRow? y) => ReferenceEquals(x, y) || (x is not null && y is not null && Array.TrueForAll(_keys, key => AreEqual(key, x, y)));

        public int GetHashCode(TRow obj)
        {
            var hash = default(HashCode);
            foreach (var key in _keys)
            {
                if (key.Text is null)
                {
                    hash.Add(key.Number!(obj));
                }
                else
                {
                    hash.Add(Stored(key.Text(obj)), StringComparer.Ordinal);
                }
            }

            return hash.ToHashCode();
        }

        private static bool AreEqual(UpsertColumn<TRow> key, TRow x, TRow y) => key.Text is null
            ? key.Number!(x) == key.Number!(y)
            : string.Equals(Stored(key.Text(x)), Stored(key.Text(y)), StringComparison.Ordinal);

        private static string? Stored(string? text) => text is null ? null : StorableText.Of(text);
    }
}

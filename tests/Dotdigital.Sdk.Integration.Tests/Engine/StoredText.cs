using System.Data.Common;
using System.Globalization;

namespace Dotdigital.Sdk.Integration.Tests.Engine;

/// <summary>Everything that a bench's database holds, as text: for what must not be in it.</summary>
internal static class StoredText
{
    /// <summary>Every value with its table and column.</summary>
    public static async Task<IReadOnlyList<(string Place, string Text)>> ReadAsync(SyncBench bench)
    {
        await using var connection = bench.Connect();
        await connection.OpenAsync(SyncBench.Cancel);
        var tables = await ListAsync(connection, StoreUnderTest.TablesQuery);
        var values = new List<(string, string)>();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync(SyncBench.Cancel);
            while (await reader.ReadAsync(SyncBench.Cancel))
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    if (!await reader.IsDBNullAsync(i, SyncBench.Cancel))
                    {
                        values.Add(($"{table}.{reader.GetName(i)}", Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!));
                    }
                }
            }
        }

        return values;
    }

    /// <summary>Where a text is, as table and column.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(SyncBench bench, string text) =>
        [.. (await ReadAsync(bench)).Where(value => value.Text.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(static value => value.Place).Distinct(StringComparer.Ordinal)];

    private static async Task<List<string>> ListAsync(DbConnection connection, string query)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync(SyncBench.Cancel);
        var names = new List<string>();
        while (await reader.ReadAsync(SyncBench.Cancel))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}

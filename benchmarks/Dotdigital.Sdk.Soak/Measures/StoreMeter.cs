using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Dotdigital.Sdk.Soak.Measures;

/// <summary>Rows and bytes of the store's tables, by SQL of its own: the engine's reads are not asked.</summary>
internal sealed class StoreMeter(bool isPostgres, string connectionString)
{
    private const string Prefix = "dotdigital_";

    /// <summary>A day here lasts seconds: what PostgreSQL does every minute has to come as often, a day, as it does in production.</summary>
    public async Task PrepareAsync()
    {
        if (isPostgres)
        {
            await using var connection = await OpenAsync();
            await ExecuteAsync(connection, "ALTER SYSTEM SET autovacuum_naptime = '2s'");
            await ExecuteAsync(connection, "SELECT pg_reload_conf()");
        }
    }

    public async Task MeasureAsync(Sample sample)
    {
        await using var connection = await OpenAsync();
        var tables = await ReadAsync(connection, isPostgres
            ? "SELECT relname, pg_total_relation_size(relid), n_dead_tup FROM pg_stat_user_tables WHERE relname LIKE 'dotdigital%'"
            : "SELECT name, 0, 0 FROM sqlite_master WHERE type = 'table' AND name LIKE 'dotdigital%'");
        foreach (var (table, bytes, dead) in tables)
        {
            var name = table[Prefix.Length..];
            sample.Values[Series.Rows(name)] = (await ReadAsync(connection, $"SELECT '', count(*), 0 FROM {table}"))[0].First;
            if (isPostgres)
            {
                sample.Values[Series.Kilobytes(name)] = bytes / 1024.0;
                sample.Values[Series.Dead] = sample[Series.Dead] + dead;
            }
        }

        if (isPostgres)
        {
            sample.Values[Series.Connections] = (await ReadAsync(connection, "SELECT '', count(*), 0 FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"))[0].First;
        }
        else
        {
            sample.Values[Series.Kilobytes("the file")] = (await ReadAsync(connection, "SELECT '', page_count * page_size, 0 FROM pragma_page_count(), pragma_page_size()"))[0].First / 1024.0;
        }
    }

    /// <summary>Marketing activities of an account.</summary>
    public async Task<long> CountActivitiesAsync(string account)
    {
        await using var connection = await OpenAsync();
        return (await ReadAsync(connection, $"SELECT '', count(*), 0 FROM dotdigital_marketing_activities WHERE account_id = '{account}'"))[0].First;
    }

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = isPostgres ? new NpgsqlConnection(connectionString + ";Pooling=False") : new SqliteConnection(connectionString + ";Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<(string Name, long First, long Second)>> ReadAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(string, long, long)>();
        while (await reader.ReadAsync())
        {
            rows.Add((reader.GetString(0), Convert.ToInt64(reader.GetValue(1), CultureInfo.InvariantCulture), Convert.ToInt64(reader.GetValue(2), CultureInfo.InvariantCulture)));
        }

        return rows;
    }
}

using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Dotdigital.Sdk.LoadRun;

/// <summary>The straight-line program's one table, written as fast as its database takes rows: a prepared statement on SQLite, COPY on PostgreSQL.</summary>
internal sealed class ContactTable(DbConnection connection) : IAsyncDisposable
{
    public static async Task<ContactTable> OpenAsync(bool isPostgres, string connectionString)
    {
        DbConnection connection = isPostgres ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);
        await connection.OpenAsync();
        var table = new ContactTable(connection);
        if (!isPostgres)
        {
            await table.ExecuteAsync("PRAGMA journal_mode = WAL");
        }

        await table.ExecuteAsync("CREATE TABLE IF NOT EXISTS straight_contacts (email TEXT NOT NULL PRIMARY KEY, remote_id BIGINT NOT NULL, data_fields TEXT NOT NULL)");
        return table;
    }

    public async Task AddAsync(IEnumerable<(string Email, long Id, string DataFields)> contacts)
    {
        if (connection is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync("COPY straight_contacts (email, remote_id, data_fields) FROM STDIN (FORMAT BINARY)");
            foreach (var (email, id, dataFields) in contacts)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(email, NpgsqlDbType.Text);
                await copy.WriteAsync(id, NpgsqlDbType.Bigint);
                await copy.WriteAsync(dataFields, NpgsqlDbType.Text);
            }

            await copy.CompleteAsync();
            return;
        }

        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        await using var command = new SqliteCommand("INSERT INTO straight_contacts (email, remote_id, data_fields) VALUES ($email, $id, $fields)", (SqliteConnection)connection, transaction);
        var parameters = new[] { command.Parameters.Add("$email", SqliteType.Text), command.Parameters.Add("$id", SqliteType.Integer), command.Parameters.Add("$fields", SqliteType.Text) };
        await command.PrepareAsync();
        foreach (var (email, id, dataFields) in contacts)
        {
            (parameters[0].Value, parameters[1].Value, parameters[2].Value) = (email, id, dataFields);
            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    /// <summary>An ordered merge of the host's keys with the table's: how many the table lacks.</summary>
    public async Task<long> CompareAsync(int contacts)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = connection is NpgsqlConnection ? "SELECT email FROM straight_contacts ORDER BY email COLLATE \"C\"" : "SELECT email FROM straight_contacts ORDER BY email";
        await using var reader = await command.ExecuteReaderAsync();
        var missing = 0L;
        var has = await reader.ReadAsync();
        for (var person = 0; person < contacts; person++)
        {
            var email = People.EmailOf(person);
            while (has && string.CompareOrdinal(reader.GetString(0), email) < 0)
            {
                has = await reader.ReadAsync();
            }

            if (!has || !string.Equals(reader.GetString(0), email, StringComparison.Ordinal))
            {
                missing++;
            }
        }

        return missing;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task ExecuteAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

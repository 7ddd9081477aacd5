using Microsoft.Data.Sqlite;

namespace AdoNetHost;

/// <summary>The club's own database: plain ADO.NET over a file that the SDK knows nothing of.</summary>
internal sealed class MemberDatabase(string file)
{
    private readonly string _connectionString = new SqliteConnectionStringBuilder { DataSource = file }.ToString();

    public async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    public async Task CreateAsync(int members, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(
            connection,
            """
            CREATE TABLE members (
                id INTEGER PRIMARY KEY, email TEXT NOT NULL COLLATE NOCASE UNIQUE, first_name TEXT, town TEXT, points INTEGER NOT NULL DEFAULT 0,
                accepts_mail INTEGER NOT NULL DEFAULT 1)
            """,
            cancellationToken);
        for (var i = 1; i <= members; i++)
        {
            await ExecuteAsync(
                connection,
                "INSERT INTO members (id, email, first_name, town, points) VALUES ($id, $email, $name, $town, $points)",
                cancellationToken,
                ("$id", i),
                ("$email", $"member{i}@example.com"),
                ("$name", $"Member{i}"),
                ("$town", $"Town{i % 10}"),
                ("$points", i));
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Runs one statement outside the readers and writers: what the club's own pages do.</summary>
    public async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await ExecuteAsync(connection, sql, cancellationToken, parameters);
    }

    public static async Task<int> ExecuteAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        await using var command = Command(connection, sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static SqliteCommand Command(SqliteConnection connection, string sql, params (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}

using Dotdigital.Sdk.PostgreSqlServer;
using Npgsql;

namespace WorkerOnPostgres;

/// <summary>The shop's database and the engine's, on the server given or on a private one that ends with the sample.</summary>
internal sealed class Databases : IAsyncDisposable
{
    private readonly string _admin;
    private readonly ServerProcess? _server;
    private readonly string _suffix = Guid.NewGuid().ToString("N")[..8];

    private Databases(string admin, ServerProcess? server) => (_admin, _server) = (admin, server);

    public string Shop => ConnectionTo($"shop_{_suffix}");

    public string Engine => ConnectionTo($"dotdigital_{_suffix}");

    /// <summary>Makes both databases.</summary>
    /// <param name="connectionString">A server on which databases may be made; null for a private one.</param>
    /// <returns>Null when there is no server to be had.</returns>
    public static async Task<Databases?> CreateAsync(string? connectionString)
    {
        ServerProcess? server = null;
        if (connectionString is null)
        {
            if (PostgreSqlBinaries.Find() is not { } binaries)
            {
                return null;
            }

            server = await ServerProcess.StartAsync(binaries);
        }

        var databases = new Databases(connectionString ?? server!.ConnectionString, server);
        await databases.ExecuteAsync($"CREATE DATABASE shop_{databases._suffix}");
        await databases.ExecuteAsync($"CREATE DATABASE dotdigital_{databases._suffix}");
        return databases;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_server is not null)
        {
            await _server.DisposeAsync();
            return;
        }

        await ExecuteAsync($"DROP DATABASE IF EXISTS shop_{_suffix} WITH (FORCE)");
        await ExecuteAsync($"DROP DATABASE IF EXISTS dotdigital_{_suffix} WITH (FORCE)");
    }

    private string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(_admin) { Database = database, MaxPoolSize = 30 }.ConnectionString;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_admin + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

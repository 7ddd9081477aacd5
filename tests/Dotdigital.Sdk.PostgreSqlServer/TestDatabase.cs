namespace Dotdigital.Sdk.PostgreSqlServer;

/// <summary>A database of one test, dropped at its end.</summary>
public sealed class TestDatabase(TestServer server, string name, string connectionString) : IAsyncDisposable
{
    /// <summary>Connects to it.</summary>
    public string ConnectionString { get; } = connectionString;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await server.DropAsync(name);
}

namespace Dotdigital.Sdk.PostgreSqlServer;

/// <summary>A database of one test.</summary>
public sealed class TestDatabase(string connectionString, Func<Task> end) : IAsyncDisposable
{
    /// <summary>Connects to it.</summary>
    public string ConnectionString { get; } = connectionString;

    /// <summary>Gives it back, with whoever is still connected thrown out.</summary>
    public async ValueTask DisposeAsync() => await end();
}

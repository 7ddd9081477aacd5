namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;

/// <summary>What a database adds to the shared store: connections with their transactions, the upsert, its clock and its migrations.</summary>
internal interface IStoreProvider
{
    /// <summary>An SQL expression: milliseconds since 1970 by the database's clock.</summary>
    string NowMilliseconds { get; }

    /// <summary>What to call the database where only one process may run jobs on it; null where any number may.</summary>
    string? SingleRunnerName => null;

    /// <summary>Opens a connection, without a transaction yet.</summary>
    Task<StoreSession> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Brings the tables up to date.</summary>
    Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>The SQL of all migrations, for a database administrator to run.</summary>
    string CreateMigrationScript();
}

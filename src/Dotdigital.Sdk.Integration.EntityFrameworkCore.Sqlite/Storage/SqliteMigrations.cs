using System.Data.Common;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite.Storage;

/// <summary>
/// Applies migrations in one transaction that holds SQLite's own write lock. EF Core guards them with a row instead, which a killed process leaves behind
/// and for which the next one waits for ever; this lock ends with its process, and a half-made store is undone.
/// </summary>
internal static class SqliteMigrations
{
    public static async Task ApplyAsync(DotdigitalDbContext context, SqliteConnection connection, CancellationToken cancellationToken)
    {
        DbTransaction transaction = connection.BeginTransaction(deferred: false);
        await using var ending = transaction.ConfigureAwait(false);
        await context.Database.UseTransactionAsync(transaction, cancellationToken).ConfigureAwait(false);

        // Another process may have applied them while this one waited for the lock.
        var applied = await context.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false);
        var script = context.GetService<IMigrator>().GenerateScript(
            applied.LastOrDefault() ?? Migration.InitialDatabase, toMigration: null, MigrationsSqlGenerationOptions.NoTransactions);
        if (!string.IsNullOrWhiteSpace(script))
        {
            var command = connection.CreateCommand();
            await using var closing = command.ConfigureAwait(false);
            command.Transaction = (SqliteTransaction)transaction;
            command.CommandText = script;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}

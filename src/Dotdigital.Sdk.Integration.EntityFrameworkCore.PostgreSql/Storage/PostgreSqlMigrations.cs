using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Storage;

/// <summary>
/// Applies migrations in one transaction under an advisory lock of its own: processes that start at once take turns, also before there is a table to
/// lock, and a killed one leaves nothing behind.
/// </summary>
internal static class PostgreSqlMigrations
{
    public static async Task ApplyAsync(DotdigitalDbContext context, CancellationToken cancellationToken)
    {
        var transaction = await context.Database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var ending = transaction.ConfigureAwait(false);
        await context.Database.ExecuteSqlRawAsync(
            "SELECT pg_advisory_xact_lock(hashtextextended('dotdigital migrations ' || current_schema(), 0))", cancellationToken).ConfigureAwait(false);

        // Another process may have applied them while this one waited for the lock. Where there is no table yet, asking for its rows would end the transaction.
        var hasTable = await context.Database.SqlQuery<bool>($"""SELECT to_regclass({DotdigitalDbContext.MigrationsTable}) IS NOT NULL AS "Value" """)
            .SingleAsync(cancellationToken).ConfigureAwait(false);
        var applied = hasTable ? await context.Database.GetAppliedMigrationsAsync(cancellationToken).ConfigureAwait(false) : [];
        var script = Script(context, applied.LastOrDefault() ?? Migration.InitialDatabase, MigrationsSqlGenerationOptions.NoTransactions);
        if (!string.IsNullOrWhiteSpace(script))
        {
            var connection = context.Database.GetDbConnection();
            var command = connection.CreateCommand();
            await using var closing = command.ConfigureAwait(false);
            command.CommandTimeout = 0;
            command.CommandText = script;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The script of all migrations; each one is skipped where it is applied already.</summary>
    public static string Script(DotdigitalDbContext context) => Script(context, Migration.InitialDatabase, MigrationsSqlGenerationOptions.Idempotent);

    private static string Script(DotdigitalDbContext context, string from, MigrationsSqlGenerationOptions options) =>
        context.GetService<IMigrator>().GenerateScript(from, toMigration: null, options);
}

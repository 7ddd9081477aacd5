using Microsoft.Data.Sqlite;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite.Storage;

/// <summary>
/// EF Core guards migrations of SQLite with a row that a killed process leaves behind, and for which the next one would wait for ever. The
/// migrations of this store take seconds; a row of ten minutes has no owner.
/// </summary>
internal static class StaleMigrationLock
{
    public static async Task RemoveAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using var closing = command.ConfigureAwait(false);
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'";
        if (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not > 0L)
        {
            return;
        }

        command.CommandText = """DELETE FROM "__EFMigrationsLock" WHERE julianday("Timestamp") < julianday('now', '-10 minutes')""";
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}

using System.Data.Common;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite.Storage;

/// <summary>
/// Tells what SQLite did not do for its file's sake (a full disk, a damaged file) as <see cref="StoreUnavailableException"/>: whoever catches it need not know
/// the driver. It intercepts EF Core's statements; the session's own ask it.
/// </summary>
internal sealed class StoreFailures : DbCommandInterceptor
{
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => ThrowIfTyped(eventData.Exception, command);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        ThrowIfTyped(eventData.Exception, command);
        return Task.CompletedTask;
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result) => Watch(command, result);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) => new(Watch(command, result));

    /// <summary>What is the matter with the file; null where the statement itself is to blame.</summary>
    public static StoreProblem? ProblemOf(SqliteException failure) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_FULL => StoreProblem.Full,
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL => StoreProblem.Busy,
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_IOERR => StoreProblem.Damaged,
        raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => StoreProblem.Unreachable,
        _ => null,
    };

    /// <summary>The error that the handle has just given, as the driver tells it.</summary>
    public static SqliteException FailureOf(sqlite3 handle, int result) =>
        new($"SQLite Error {result}: '{raw.sqlite3_errmsg(handle).utf8_to_string()}'.", result, raw.sqlite3_extended_errcode(handle));

    /// <summary>What an error calls the store.</summary>
    public static string NameOf(string path) =>
        $"SQLite store '{(path.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || path.StartsWith('|') ? path : Path.GetFullPath(path))}'";

    private static StoreUnavailableException? Typed(Exception failure, string path) =>
        failure is SqliteException refused && ProblemOf(refused) is { } problem ? new StoreUnavailableException(NameOf(path), problem, refused) : null;

    private static void ThrowIfTyped(Exception failure, DbCommand command)
    {
        if (Typed(failure, command.Connection!.DataSource) is { } typed)
        {
            throw typed;
        }
    }

    private static StoreReader Watch(DbCommand command, DbDataReader rows)
    {
        var place = command.Connection!.DataSource;
        return new StoreReader(rows, failure => Typed(failure, place));
    }
}

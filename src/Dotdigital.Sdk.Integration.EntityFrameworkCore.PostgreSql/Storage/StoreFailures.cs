using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Storage;

/// <summary>
/// Tells what a server did not do for reasons of its own (it went away under a statement, is full, undid a deadlock) as <see cref="StoreUnavailableException"/>,
/// as one that is not there when a unit of work begins: whoever catches it need not know the driver. It intercepts EF Core's statements; the session's own ask it.
/// </summary>
internal sealed class StoreFailures : DbCommandInterceptor
{
    private const string IdleTooLong = "25P03";
    private const string ConnectionClass = "08";
    private const string ResourcesClass = "53";
    private const string SystemClass = "58";

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => ThrowIfTyped(eventData.Exception, command);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        ThrowIfTyped(eventData.Exception, command);
        return Task.CompletedTask;
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result) => Watch(command, result);

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default) => new(Watch(command, result));

    /// <summary>What is the matter with the store; null where the statement itself is to blame.</summary>
    public static StoreProblem? ProblemOf(Exception failure) => failure switch
    {
        PostgresException refused => ProblemOf(refused.SqlState),
        NpgsqlException { InnerException: TimeoutException } => StoreProblem.Busy,
        NpgsqlException { InnerException: IOException or SocketException } => StoreProblem.Unreachable,
        _ => null,
    };

    /// <summary>The typed error.</summary>
    public static StoreUnavailableException Unavailable(string connectionString, StoreProblem problem, Exception? failure)
    {
        var place = new NpgsqlConnectionStringBuilder(connectionString);
        return new StoreUnavailableException(string.Create(CultureInfo.InvariantCulture, $"PostgreSQL store '{place.Database}' on {place.Host}:{place.Port}"), problem, failure);
    }

    private static StoreProblem? ProblemOf(string state) => state switch
    {
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => StoreProblem.Conflict,
        PostgresErrorCodes.DiskFull => StoreProblem.Full,
        PostgresErrorCodes.LockNotAvailable or IdleTooLong => StoreProblem.Busy,
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.ReadOnlySqlTransaction => StoreProblem.Unreachable,
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => StoreProblem.Damaged,
        _ when state.StartsWith(ConnectionClass, StringComparison.Ordinal) => StoreProblem.Unreachable,
        _ when state.StartsWith(ResourcesClass, StringComparison.Ordinal) => StoreProblem.Busy,
        _ when state.StartsWith(SystemClass, StringComparison.Ordinal) => StoreProblem.Damaged,
        _ => null,
    };

    private static StoreUnavailableException? Typed(Exception failure, string connectionString) =>
        ProblemOf(failure) is { } problem ? Unavailable(connectionString, problem, failure) : null;

    private static void ThrowIfTyped(Exception failure, DbCommand command)
    {
        if (Typed(failure, command.Connection!.ConnectionString) is { } typed)
        {
            throw typed;
        }
    }

    private static StoreReader Watch(DbCommand command, DbDataReader rows)
    {
        var place = command.Connection!.ConnectionString;
        return new StoreReader(rows, failure => Typed(failure, place));
    }
}

using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Sockets;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Storage;

/// <summary>
/// Tells a server that went away under a statement (a restart, a failover, a broken line) as <see cref="StoreUnavailableException"/>, as one that is not there
/// when a unit of work begins: whoever catches it need not know the driver. It intercepts EF Core's statements; the session's own ask it.
/// </summary>
internal sealed class BrokenConnections : DbCommandInterceptor
{
    private const string ConnectionClass = "08";

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => ThrowIfBroken(eventData.Exception, command.Connection);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        ThrowIfBroken(eventData.Exception, command.Connection);
        return Task.CompletedTask;
    }

    /// <summary>Whether a failure means that the connection is gone. A statement that takes too long, or is refused, does not.</summary>
    public static bool IsBroken(Exception failure) => failure switch
    {
        PostgresException refused => refused.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            || refused.SqlState.StartsWith(ConnectionClass, StringComparison.Ordinal),
        NpgsqlException { InnerException: IOException or SocketException } => true,
        _ => false,
    };

    /// <summary>The typed error.</summary>
    public static StoreUnavailableException Unavailable(string connectionString, Exception failure)
    {
        var place = new NpgsqlConnectionStringBuilder(connectionString);
        return new StoreUnavailableException(string.Create(CultureInfo.InvariantCulture, $"PostgreSQL store '{place.Database}' on {place.Host}:{place.Port}"), failure);
    }

    private static void ThrowIfBroken(Exception failure, [NotNull] DbConnection? connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (IsBroken(failure))
        {
            throw Unavailable(connection.ConnectionString, failure);
        }
    }
}

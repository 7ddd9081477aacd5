using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;

/// <summary>Keeps the statements that EF Core sends.</summary>
public sealed class CommandLog : DbCommandInterceptor
{
    public List<string> Commands { get; } = [];

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Commands.Add(command.CommandText);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Commands.Add(command.CommandText);
        return ValueTask.FromResult(result);
    }
}

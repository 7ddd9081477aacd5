using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Benchmarks.Stores;

/// <summary>One side of an ordered merge.</summary>
internal sealed class OrderedReader(DbCommand command, DbDataReader reader) : IAsyncDisposable
{
    public (string Item, string Email) Current => (reader.GetString(0), reader.GetString(1));

    public static async Task<OrderedReader> OpenAsync(DbContext context, string sql)
    {
        await context.Database.OpenConnectionAsync();
        var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return new(command, await command.ExecuteReaderAsync());
    }

    public bool Read() => reader.Read();

    public async ValueTask DisposeAsync()
    {
        await reader.DisposeAsync();
        await command.DisposeAsync();
    }
}

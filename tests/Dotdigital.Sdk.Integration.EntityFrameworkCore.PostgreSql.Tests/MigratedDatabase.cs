using Dotdigital.Sdk.PostgreSqlServer;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Tests;

/// <summary>Databases with the store's tables, migrated once and copied.</summary>
internal static class MigratedDatabase
{
    public static async Task<TestDatabase> CreateAsync() => await (await TestServer.GetAsync()).CreateDatabaseAsync("migrated", MigrateAsync);

    private static async Task MigrateAsync(string connectionString)
    {
        await using var services = new ServiceCollection().AddDotdigitalPostgreSqlStore(connectionString).BuildServiceProvider();
        await services.MigrateDotdigitalAsync();
    }
}

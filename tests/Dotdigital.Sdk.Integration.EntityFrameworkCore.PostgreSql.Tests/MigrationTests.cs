using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Storage;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.PostgreSqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Tests;

public sealed class MigrationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Model_HasNoChangesWithoutAMigration()
    {
        using var context = new DotdigitalDbContext(PostgreSqlStoreProvider.CreateOptions("Host=nowhere;Database=x"));

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Migrate_ByManyAtOnce_LeavesOneSchema()
    {
        await using var database = await (await TestServer.GetAsync()).CreateDatabaseAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => MigrateAsync(database.ConnectionString), Cancellation)));

        Assert.Equal(0, await CountContactsAsync(database.ConnectionString));
        Assert.Equal(1, await ScalarAsync<long>(database.ConnectionString, "SELECT count(*) FROM dotdigital_migrations"));
    }

    [Fact]
    public async Task Script_OnAnEmptyDatabase_MakesTheSameTables_AndAgainChangesNothing()
    {
        await using var scripted = await (await TestServer.GetAsync()).CreateDatabaseAsync();
        await using var migrated = await (await TestServer.GetAsync()).CreateDatabaseAsync();
        await using var services = new ServiceCollection().AddDotdigitalPostgreSqlStore(scripted.ConnectionString).BuildServiceProvider();
        var script = services.GetDotdigitalMigrationScript();

        await ScalarAsync<object?>(scripted.ConnectionString, script);
        await ScalarAsync<object?>(scripted.ConnectionString, script);
        await MigrateAsync(migrated.ConnectionString);

        Assert.Equal(await TablesAsync(migrated.ConnectionString), await TablesAsync(scripted.ConnectionString));
        await services.MigrateDotdigitalAsync(Cancellation);
        Assert.Equal(0, await CountContactsAsync(scripted.ConnectionString));
    }

    [Fact]
    public async Task Migrate_AfterAScript_NeedsNoRightToChangeTheSchema()
    {
        await using var database = await (await TestServer.GetAsync()).CreateDatabaseAsync();
        await MigrateAsync(database.ConnectionString);
        var role = $"app_{Guid.NewGuid():N}";
        await ScalarAsync<object?>(database.ConnectionString, $"CREATE ROLE {role} LOGIN; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}; GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}");
        var connectionString = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role }.ConnectionString;

        await MigrateAsync(connectionString);

        Assert.Equal(0, await CountContactsAsync(connectionString));
    }

    [Fact]
    public async Task Store_InASchemaOfTheSearchPath_LivesBesideAnother()
    {
        await using var database = await (await TestServer.GetAsync()).CreateDatabaseAsync();
        await ScalarAsync<object?>(database.ConnectionString, "CREATE SCHEMA sync");
        await MigrateAsync(database.ConnectionString);
        await MigrateAsync(database.ConnectionString + ";Search Path=sync");

        Assert.Equal(2, await ScalarAsync<long>(database.ConnectionString, "SELECT count(*) FROM pg_tables WHERE tablename = 'dotdigital_contacts'"));
    }

    private static async Task MigrateAsync(string connectionString)
    {
        await using var services = new ServiceCollection().AddDotdigitalPostgreSqlStore(connectionString).BuildServiceProvider();
        await services.MigrateDotdigitalAsync(Cancellation);
    }

    private static async Task<long> CountContactsAsync(string connectionString)
    {
        await using var services = new ServiceCollection().AddDotdigitalPostgreSqlStore(connectionString).BuildServiceProvider();
        await using var unit = await services.GetRequiredService<ISyncStore>().BeginAsync(new AccountId("main"), Cancellation);
        return await unit.Contacts.CountAsync(Cancellation);
    }

    private static Task<string?> TablesAsync(string connectionString) => ScalarAsync<string?>(
        connectionString,
        """
        SELECT string_agg(line, E'\n' ORDER BY line COLLATE "C") FROM (
            SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(collation_name, '') AS line
            FROM information_schema.columns WHERE table_schema = 'public'
            UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public') AS lines
        """);

    private static async Task<T?> ScalarAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T?)await command.ExecuteScalarAsync(Cancellation);
    }
}

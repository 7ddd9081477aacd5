using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.StoreContract;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Tests;

/// <summary>A server that is out of reach, and one where the engine has no more rights than it needs.</summary>
public sealed class UnreachableStoreTests : ContractTests<PostgreSqlStoreFixture>
{
    [Fact]
    public async Task AStoreOutOfReach_IsATypedError_ThatSaysWhereAndWhatToDo_AndNoSecret()
    {
        await using var services = new ServiceCollection()
            .AddDotdigitalPostgreSqlStore("Host=127.0.0.1;Port=1;Database=shop;Username=engine;Password=very-secret;Timeout=2")
            .BuildServiceProvider();
        var store = services.GetRequiredService<ISyncStore>();

        Func<Task>[] doors =
        [
            () => store.BeginAsync(Account, Cancellation),
            () => store.BeginAsync(new AccountLease(Account, "one", 1), Cancellation),
            () => store.Locks.TryAcquireAsync(Account, "one", TimeSpan.FromMinutes(1), Cancellation),
            () => store.Locks.GetRequestsAsync(Cancellation),
            () => store.Accounts.GetAllAsync(Cancellation),
            () => store.Changes.ReadAsync(0, 10, Cancellation),
        ];
        foreach (var door in doors)
        {
            var error = await Assert.ThrowsAsync<StoreUnavailableException>(door);
            Assert.Contains("'shop' on 127.0.0.1:1", error.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("very-secret", error.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("read")]
    [InlineData("write")]
    [InlineData("commit")]
    public async Task AConnectionBrokenUnderAStatement_IsTheSameTypedError_AndTheNextUnitGoesOn(string statement)
    {
        const string name = "breaks under a statement";
        var store = Fixture.Open($";Application Name={name}");
        var contact = Contact(1, "a@example.com");
        await using (var unit = await store.BeginAsync(Account, Cancellation))
        {
            if (statement is not "read")
            {
                await unit.Contacts.SaveAsync([contact], Cancellation);
            }

            await ExecuteAsync($"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name = '{name}'");

            var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => statement switch
            {
                "read" => unit.Contacts.FindAsync([1], Cancellation),
                "commit" => unit.CommitAsync(Cancellation),
                _ => unit.Contacts.SaveAsync([contact], Cancellation),
            });
            Assert.IsAssignableFrom<NpgsqlException>(error.InnerException);
        }

        await using var next = await store.BeginAsync(Account, Cancellation);
        Assert.Empty(await next.Contacts.FindAsync([1], Cancellation));
    }

    [Fact]
    public async Task AConnectionBrokenInTheMiddleOfAStatement_IsTheSameTypedError()
    {
        const string name = "breaks amid a statement";
        var store = Fixture.Open($";Application Name={name}");
        await using var unit = await store.BeginAsync(Account, Cancellation);
        await using var locker = new NpgsqlConnection(Fixture.ConnectionString + ";Pooling=False");
        await locker.OpenAsync(Cancellation);
        await using var transaction = await locker.BeginTransactionAsync(Cancellation);
        await using (var take = new NpgsqlCommand("LOCK TABLE dotdigital_contacts", locker))
        {
            await take.ExecuteNonQueryAsync(Cancellation);
        }

        var reading = unit.Contacts.FindAsync([1], Cancellation);
        await using var end = new NpgsqlCommand(
            $"SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_stat_activity WHERE application_name = '{name}' AND wait_event_type = 'Lock'", locker);
        while ((long)(await end.ExecuteScalarAsync(Cancellation))! == 0)
        {
            await Task.Delay(10, Cancellation);
            await using var refresh = new NpgsqlCommand("SELECT pg_stat_clear_snapshot()", locker);
            await refresh.ExecuteNonQueryAsync(Cancellation);
        }

        await Assert.ThrowsAsync<StoreUnavailableException>(() => reading);
    }

    [Fact]
    public async Task EX1_APassOverManyKeys_GoesOn_WhereTheEngineMayNotAnalyzeTheTable()
    {
        var role = $"dotdigital_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE ROLE {role}; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}; GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}");
        try
        {
            var store = Fixture.Open($";Options=-c role={role}");
            await using var unit = await store.BeginAsync(Account, Cancellation);
            await unit.ListKeys.AddAsync(1, [.. Enumerable.Range(0, 3_000).Select(static i => Key($"i{i:D6}", $"c{i % 2_999}@example.com"))], Cancellation);

            Assert.Equal(1, await unit.ListKeys.MarkDuplicatesAsync(1, Cancellation));
            await unit.CommitAsync(Cancellation);
            await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync($"SET ROLE {role}; TRUNCATE dotdigital_staged_keys"));
        }
        finally
        {
            await ExecuteAsync($"DROP OWNED BY {role}; DROP ROLE {role}");
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Fixture.ConnectionString + ";Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}

using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Accounts;
using Dotdigital.Sdk.StoreContract;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
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
    public async Task ADeadlockWithAnotherProgram_IsATypedError_StoresNothing_AndTheSameWorkDoneAgainIsStored()
    {
        await WriteAsync(unit => unit.Contacts.SaveAsync([Contact(1, "a@example.com")], Cancellation));
        await using var other = new NpgsqlConnection(Fixture.ConnectionString + ";Pooling=False;Options=-c deadlock_timeout=1h");
        await other.OpenAsync(Cancellation);
        await RunAsync(other, "BEGIN; LOCK TABLE dotdigital_memberships");
        await using (var unit = await Store.BeginAsync(Account, Cancellation))
        {
            await unit.Contacts.SaveAsync([Contact(1, "b@example.com")], Cancellation);
            var waiting = RunAsync(other, "UPDATE dotdigital_contacts SET status = status");
            await WaitForABlockedStatementAsync();

            var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => unit.Memberships.SaveAsync([Member(1, "i1")], Cancellation));

            Assert.Equal(StoreProblem.Conflict, error.Problem);
            Assert.Equal(PostgresErrorCodes.DeadlockDetected, Assert.IsType<PostgresException>(error.InnerException).SqlState);
            await Assert.ThrowsAsync<InvalidOperationException>(() => unit.CommitAsync(Cancellation));
            await unit.DisposeAsync();
            await waiting;
        }

        await RunAsync(other, "ROLLBACK");
        Assert.Equal("a@example.com", Assert.Single(await ReadAsync(unit => unit.Contacts.FindAsync([1], Cancellation))).Email.Value);
        await WriteAsync(async unit =>
        {
            await unit.Contacts.SaveAsync([Contact(1, "b@example.com")], Cancellation);
            await unit.Memberships.SaveAsync([Member(1, "i1")], Cancellation);
        });
        Assert.Equal("b@example.com", Assert.Single(await ReadAsync(unit => unit.Contacts.FindAsync([1], Cancellation))).Email.Value);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task BL1_AConflictOfALocksStatement_IsTriedAgain_AFewTimes(int conflicts, bool isTaken)
    {
        await ExecuteAsync(
            $"""
            CREATE SEQUENCE conflicts;
            CREATE FUNCTION conflict() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
              IF nextval('conflicts') <= {conflicts} THEN RAISE EXCEPTION 'in conflict' USING ERRCODE = '40001'; END IF; RETURN NULL; END $$;
            CREATE TRIGGER conflicting BEFORE INSERT ON dotdigital_account_locks FOR EACH STATEMENT EXECUTE FUNCTION conflict();
            """);
        try
        {
            var taking = Store.Locks.TryAcquireAsync(Account, "one", TimeSpan.FromMinutes(1), Cancellation);

            if (isTaken)
            {
                Assert.Equal(1, (await taking)!.Fence);
            }
            else
            {
                Assert.Equal(StoreProblem.Conflict, (await Assert.ThrowsAsync<StoreUnavailableException>(() => taking)).Problem);
                Assert.Null(await Store.Locks.FindHolderAsync(Account, Cancellation));
            }
        }
        finally
        {
            await ExecuteAsync("DROP TRIGGER conflicting ON dotdigital_account_locks; DROP FUNCTION conflict; DROP SEQUENCE conflicts");
        }
    }

    [Fact]
    public async Task BL3_NoConnectionLeftInThePool_IsATypedErrorWithinItsTimeout_AndGoesOnWhenOneIsBack()
    {
        var narrow = Fixture.Open(";Maximum Pool Size=1;Timeout=1");
        await using (await narrow.BeginAsync(Account, Cancellation))
        {
            var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => narrow.Locks.TryAcquireAsync(Account, "one", TimeSpan.FromMinutes(1), Cancellation));

            Assert.Equal(StoreProblem.Busy, error.Problem);
            Assert.Contains("pool", error.Message, StringComparison.Ordinal);
        }

        Assert.NotNull(await narrow.Locks.TryAcquireAsync(Account, "one", TimeSpan.FromMinutes(1), Cancellation));
    }

    [Fact]
    public async Task EX1_AnAnalyzeThatFails_UndoesNothing_AndIsToldOnce()
    {
        await ExecuteAsync(
            """
            CREATE FUNCTION unanalyzable(text) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $$ BEGIN
              IF current_query() LIKE 'ANALYZE%' THEN RAISE EXCEPTION 'no room to analyze'; END IF; RETURN $1; END $$;
            CREATE INDEX unanalyzable ON dotdigital_staged_keys (unanalyzable(item_id));
            """);
        try
        {
            var log = new LogLines();
            await using var services = Logging(log, string.Empty);
            for (var pass = 1; pass <= 2; pass++)
            {
                await using var unit = await services.GetRequiredService<ISyncStore>().BeginAsync(Account, Cancellation);
                await unit.ListKeys.AddAsync(pass, [.. Enumerable.Range(0, 3_000).Select(static i => Key($"i{i:D6}", $"c{i % 2_999}@example.com"))], Cancellation);
                Assert.Equal(1, await unit.ListKeys.MarkDuplicatesAsync(pass, Cancellation));
                await unit.CommitAsync(Cancellation);
                Assert.Equal(3_000, await ReadAsync(reader => reader.ListKeys.CountAsync(pass, Cancellation)));
            }

            Assert.Equal(2, log.Text.Split("was not analyzed (no room to analyze)").Length);
        }
        finally
        {
            await ExecuteAsync("DROP INDEX unanalyzable; DROP FUNCTION unanalyzable");
        }
    }

    [Fact]
    public async Task EX1_APassOverManyKeys_GoesOn_WhereTheEngineMayNotAnalyzeTheTable()
    {
        var role = $"dotdigital_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE ROLE {role}; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}; GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}");
        try
        {
            var log = new LogLines();
            await using var services = Logging(log, $";Options=-c role={role}");
            await using var unit = await services.GetRequiredService<ISyncStore>().BeginAsync(Account, Cancellation);
            await unit.ListKeys.AddAsync(1, [.. Enumerable.Range(0, 3_000).Select(static i => Key($"i{i:D6}", $"c{i % 2_999}@example.com"))], Cancellation);

            Assert.Equal(1, await unit.ListKeys.MarkDuplicatesAsync(1, Cancellation));
            await unit.CommitAsync(Cancellation);
            Assert.Contains("MAINTAIN", log.Text, StringComparison.Ordinal);
            await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync($"SET ROLE {role}; TRUNCATE dotdigital_staged_keys"));
        }
        finally
        {
            await ExecuteAsync($"DROP OWNED BY {role}; DROP ROLE {role}");
        }
    }

    private ServiceProvider Logging(LogLines log, string extra) => new ServiceCollection()
        .AddLogging(logging => logging.AddProvider(log))
        .AddDotdigitalPostgreSqlStore(Fixture.ConnectionString + extra)
        .BuildServiceProvider();

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task WaitForABlockedStatementAsync()
    {
        await using var connection = new NpgsqlConnection(Fixture.ConnectionString + ";Pooling=False");
        await connection.OpenAsync(Cancellation);
        await using var blocked = new NpgsqlCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", connection);
        while ((long)(await blocked.ExecuteScalarAsync(Cancellation))! == 0)
        {
            await Task.Delay(10, Cancellation);
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

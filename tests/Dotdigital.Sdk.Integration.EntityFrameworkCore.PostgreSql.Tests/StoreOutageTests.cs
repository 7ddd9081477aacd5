using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Tests.Accounts;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Dotdigital.Sdk.PostgreSqlServer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Xunit;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Tests;

/// <summary>A store that goes away, is full or undoes units in the middle of a cycle: typed errors, nothing lost, and the next cycle goes on.</summary>
public sealed class StoreOutageTests
{
    private const string Import = "ApiContactImport_ImportContactsToAddressBook";

    [Theory]
    [InlineData("while the list is read")]
    [InlineData("while contacts are read")]
    [InlineData("after a batch was accepted")]
    public async Task EX6_TheServerKilledInACycle_IsATypedError_TheAccountIsNotRefused_AndTheNextCycleGoesOn(string moment)
    {
        _ = await TestServer.GetAsync();
        Assert.SkipWhen(PostgreSqlBinaries.Find() is null, "Only a server of the test's own can be killed.");
        await using var server = await ServerProcess.StartAsync(PostgreSqlBinaries.Find()!, survivesKills: true);
        var shop = new Shop();
        shop.Add(SyncBench.Customers(25));
        var handler = new RecordingHandler();
        var killer = new AtRequest(server.KillAsync);
        await using var bench = await SyncBench.StartAsync(shop, static options => options.MaxBatchRows = 10, builder =>
        {
            builder.UsePostgreSqlStore(server.ConnectionString);
            handler.AddTo(builder);
            killer.AddTo(builder);
        });
        killer.Path = moment switch { "after a batch was accepted" => "/contacts/import", "while contacts are read" => "/contacts/v3", _ => null };
        if (killer.Path is null)
        {
            shop.BeforeKeys = KillOnceAsync;
        }

        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => bench.CycleAsync());

        Assert.Equal(StoreProblem.Unreachable, error.Problem);
        Assert.Contains("cannot be reached", error.Message, StringComparison.Ordinal);
        Assert.True(killer.IsDone || shop.BeforeKeys is null, "The server was not killed.");
        await server.RestartAsync();
        bench.Wait(1);

        // The killed server could not give the account's lock back: it is free after its lease (rule BL-4).
        while ((await bench.CycleAsync()).WasBusy)
        {
            await Task.Delay(100, SyncBench.Cancel);
        }

        bench.Wait(10);
        await SyncBench.SucceedAsync(bench.StatusAsync());
        await bench.RunUntilQuietAsync();
        Assert.Empty(handler.Accepted.OfType<AccountRefused>());
        Assert.Equal(25, bench.ReachableIn().Count);
        Assert.Equal("First7", bench.Remote.Contact("c7@example.com")!.DataFields["FIRSTNAME"]);
        Assert.Empty(bench.Remote.Violations);

        // A batch whose answer could not be stored goes out once more (rule EX-6); no other does.
        Assert.Equal(killer.Path == "/contacts/import" ? 4 : 3, bench.Remote.CountOf(Import));

        Task KillOnceAsync()
        {
            shop.BeforeKeys = null;
            return server.KillAsync();
        }
    }

    [Theory]
    [InlineData("dotdigital_memberships", "40001", StoreProblem.Conflict)]
    [InlineData("dotdigital_memberships", "40P01", StoreProblem.Conflict)]
    [InlineData("dotdigital_batches", "53100", StoreProblem.Full)]
    [InlineData("dotdigital_contacts", "53100", StoreProblem.Full)]
    [InlineData("dotdigital_contacts", "58030", StoreProblem.Damaged)]
    public async Task EX6_AUnitThatTheServerUndoes_FailsItsStepByATypedError_AndTheNextCycleDoesItAgain(string table, string state, StoreProblem problem)
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(25));
        var handler = new RecordingHandler();
        await using var bench = await SyncBench.StartAsync(shop, static options => options.MaxBatchRows = 10, handler.AddTo);
        await bench.SettleAsync();
        var mark = await bench.WatermarkAsync(StepNames.ImportContacts);
        var imports = bench.Remote.CountOf(Import);
        shop.Add(SyncBench.Customers(30).Skip(25));
        bench.Remote.SetDataField("c1@example.com", "TOWN", "Elsewhere");
        bench.Wait(30);
        await RaiseAsync(bench, table, state);

        var report = await bench.CycleAsync();

        var failures = report.Failures.Select(static step => step.Exception).ToList();
        Assert.NotEmpty(failures);
        Assert.All(failures, failure => Assert.Equal(problem, Assert.IsType<StoreUnavailableException>(failure).Problem));
        Assert.Equal(imports, bench.Remote.CountOf(Import));
        if (table == "dotdigital_contacts")
        {
            Assert.Equal(mark, await bench.WatermarkAsync(StepNames.ImportContacts));
        }

        await ExecuteAsync(bench, $"DROP TRIGGER refusing ON {table}; DROP FUNCTION refuse");
        await bench.RunUntilQuietAsync();
        Assert.Equal(30, bench.ReachableIn().Count);
        Assert.Equal(imports + 1, bench.Remote.CountOf(Import));
        Assert.Empty(handler.Accepted.OfType<AccountRefused>());
        Assert.Empty(bench.Remote.Violations);
    }

    [Fact]
    public async Task ST4_AStoreThatUndoesASettlement_IsNoErrorOfTheBatch()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await SyncBench.SucceedAsync(bench.CycleAsync());
        await RaiseAsync(bench, "dotdigital_memberships", "40001");

        var report = await bench.WaitAndAskAsync();

        Assert.Equal(StoreProblem.Conflict, Assert.IsType<StoreUnavailableException>(Assert.Single(report.Failures).Exception).Problem);
        Assert.Equal((0, null), (Assert.Single(await bench.BatchesAsync()).PollErrors, Assert.Single(await bench.BatchesAsync()).Error));
        await ExecuteAsync(bench, "DROP TRIGGER refusing ON dotdigital_memberships; DROP FUNCTION refuse");
        await SyncBench.SucceedAsync(bench.StatusAsync());
        Assert.Equal(BatchState.Settled, Assert.Single(await bench.BatchesAsync()).State);
    }

    [Fact]
    public async Task TR3_AStoreThatUndoesTheRun_KeepsTheChangesRecorded_AndComparesNobodyElse()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(3));
        await using var bench = await SyncBench.StartAsync(shop);
        await bench.SettleAsync();
        await bench.ChangedAsync("000001");
        await RaiseAsync(bench, "dotdigital_account_locks", "40001");

        await Assert.ThrowsAsync<StoreUnavailableException>(() => bench.ProcessChangesAsync());

        Assert.Single(await bench.Store.Changes.ReadAsync(0, 10, SyncBench.Cancel));
        Assert.DoesNotContain(await bench.ReadAsync(static unit => unit.Connections.GetAllAsync(SyncBench.Cancel)), static connection => connection.RefreshRequested);
        await ExecuteAsync(bench, "DROP TRIGGER refusing ON dotdigital_account_locks; DROP FUNCTION refuse");
        await bench.ProcessChangesAsync();
        Assert.Empty(await bench.Store.Changes.ReadAsync(0, 10, SyncBench.Cancel));
    }

    [Fact]
    public async Task BL3_APoolOfOneConnection_IsEnoughForACycle_AlsoForOneThatFails()
    {
        var shop = new Shop();
        shop.Add(SyncBench.Customers(5));
        await using var bench = await SyncBench.StartAsync(shop);
        await using var narrow = AccountNode.Start(
            bench,
            keys: null,
            options => options.Accounts["main"] = AccountNode.SettingsOf(bench),
            builder =>
            {
                builder.UsePostgreSqlStore(bench.ConnectionString + ";Maximum Pool Size=1;Timeout=5");
                builder.AddMarketingList(shop.AsList("customers", "Customers"));
            });

        shop.BreakKeysAfter = 2;
        var failed = await narrow.Get<ISyncOrchestrator>().RunCycleAsync(SyncBench.Id, null, null, SyncBench.Cancel);
        Assert.All(failed.Failures, static step => Assert.IsType<InvalidOperationException>(step.Exception));
        Assert.NotEmpty(failed.Failures);
        shop.BreakKeysAfter = null;

        await SyncBench.SucceedAsync(narrow.Get<ISyncOrchestrator>().RunCycleAsync(SyncBench.Id, null, null, SyncBench.Cancel));
        bench.Wait(10);
        Assert.Equal(5, bench.ReachableIn().Count);
    }

    private static Task RaiseAsync(SyncBench bench, string table, string state) => ExecuteAsync(
        bench,
        $"""
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused by the test' USING ERRCODE = '{state}'; END $$;
        CREATE TRIGGER refusing BEFORE INSERT OR UPDATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse();
        """);

    private static async Task ExecuteAsync(SyncBench bench, string sql)
    {
        await using var connection = bench.Connect();
        await connection.OpenAsync(SyncBench.Cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(SyncBench.Cancel);
    }

    /// <summary>Does something once, when Dotdigital has answered a request whose path ends so, and before the engine has the answer.</summary>
    private sealed class AtRequest(Func<Task> act)
    {
        public string? Path { get; set; }

        public bool IsDone { get; private set; }

        public void AddTo(DotdigitalIntegrationBuilder builder) =>
            builder.Services.ConfigureAll<HttpClientFactoryOptions>(options => options.HttpMessageHandlerBuilderActions.Add(handlers => handlers.AdditionalHandlers.Add(new Handler(this))));

        private sealed class Handler(AtRequest owner) : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                var answer = await base.SendAsync(request, cancellationToken);
                if (owner is { Path: { } path, IsDone: false } && request.RequestUri!.AbsolutePath.EndsWith(path, StringComparison.OrdinalIgnoreCase))
                {
                    owner.IsDone = true;
                    await owner.Act();
                }

                return answer;
            }
        }

        private Task Act() => act();
    }
}

using System.Globalization;
using Dotdigital.Sdk.Emulator;
using Dotdigital.Sdk.Emulator.Control;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Tracking;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.PostgreSqlServer;
using Dotdigital.Sdk.WorkerHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Quartz.Tests;

/// <summary>One PostgreSQL with the engine's database and the shop's, one emulator, and as many processes of the host as a test starts.</summary>
internal sealed class ClusterBench : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly TestDatabase _store;
    private readonly TestDatabase _shop;
    private readonly ServiceProvider _services;
    private readonly List<WorkerProcess> _workers = [];

    private ClusterBench(TestDatabase store, TestDatabase shop, DotdigitalEmulator emulator)
    {
        (_store, _shop, Emulator) = (store, shop, emulator);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDbContextFactory<ShopContext>(options => options.UseNpgsql(ShopConnection));
        services.AddDotdigitalIntegration(options =>
        {
            options.Accounts["main"] = new AccountSettings { UserName = Remote.UserName, Password = Remote.Password, Endpoint = emulator.BaseAddress };
            options.Client.AllowLoopback = true;
        }).AddMarketingList<ShopContext, Customer>(CustomerList.Name, CustomerList.Declare).UseChangesIn<ShopContext>().UsePostgreSqlStore(StoreConnection);
        _services = services.BuildServiceProvider();
    }

    public static AccountId Account { get; } = new("main");

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public DotdigitalEmulator Emulator { get; }

    public EmulatedAccount Remote => Emulator.Account("main");

    public IServiceProvider Services => _services;

    /// <summary>Opens the shop as the host does: what is saved is tracked.</summary>
    public Task<ShopContext> OpenShopAsync() => _services.GetRequiredService<IDbContextFactory<ShopContext>>().CreateDbContextAsync(Cancel);

    public ISyncStore Store => _services.GetRequiredService<ISyncStore>();

    public string StoreConnection => _store.ConnectionString + ";Maximum Pool Size=30";

    public string ShopConnection => _shop.ConnectionString;

    public static async Task<ClusterBench> StartAsync(int customers)
    {
        var server = await TestServer.GetAsync();
        var bench = new ClusterBench(await server.CreateDatabaseAsync(), await server.CreateDatabaseAsync(), await DotdigitalEmulator.StartAsync(new EmulatorOptions(), Cancel));
        await bench._services.MigrateDotdigitalAsync(Cancel);
        await using var shop = ShopContext.Open(bench.ShopConnection);
        await shop.Database.EnsureCreatedAsync(Cancel);
        await shop.Database.ExecuteSqlAsync(
            $"INSERT INTO customers (id, email, first_name) SELECT i, 'c' || i || '@example.com', 'First' || i FROM generate_series(1, {customers}) AS i", Cancel);
        return bench;
    }

    /// <summary>Starts a process of the host.</summary>
    public WorkerProcess StartWorker(string scheduler, int cycleSeconds, int leaseSeconds, int statusSeconds = 3600, int changesSeconds = 300, int batchRows = 2000)
    {
        var worker = WorkerProcess.Start(
        [
            "--store", StoreConnection, "--shop", ShopConnection, "--emulator", Emulator.BaseAddress.ToString(), "--user", Remote.UserName, "--password", Remote.Password,
            "--scheduler", scheduler, "--cycle", Text(cycleSeconds), "--lease", Text(leaseSeconds), "--status", Text(statusSeconds),
            "--changes", Text(changesSeconds), "--rows", Text(batchRows),
        ]);
        _workers.Add(worker);
        return worker;
    }

    /// <summary>Waits until something is so, and tells what the processes wrote when it never is.</summary>
    public async Task UntilAsync(string what, Func<Task<bool>> isSo)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(Limit);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (!await isSo())
        {
            Assert.True(_workers.TrueForAll(static worker => !worker.HasFailed), string.Concat(_workers.Select(static worker => worker.Output)));
            try
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!Cancel.IsCancellationRequested)
            {
                Assert.Fail($"Never so: {what}.{string.Concat(_workers.Select(static worker => $"\n--- {worker.Id}\n{worker.Output}"))}");
            }
        }
    }

    public Task UntilAsync(string what, Func<bool> isSo) => UntilAsync(what, () => Task.FromResult(isSo()));

    public async Task<IReadOnlyList<BatchRecord>> BatchesAsync()
    {
        await using var unit = await Store.BeginAsync(Account, Cancel);
        return await unit.Batches.GetAsync([], Cancel);
    }

    /// <summary>The process that holds the account now, or null.</summary>
    public async Task<WorkerProcess?> HolderAsync()
    {
        var holder = await Store.Locks.FindHolderAsync(Account, Cancel);
        return holder is null ? null : _workers.SingleOrDefault(worker => string.Equals(holder.Lease.Owner.Split(':')[1], Text(worker.Id), StringComparison.Ordinal));
    }

    /// <summary>How many cycles began: each asks Dotdigital's time once.</summary>
    public int Cycles => Remote.Requests.Count(static request => request.PathAndQuery.Contains("server-time", StringComparison.OrdinalIgnoreCase));

    /// <summary>That every customer was sent in one accepted batch, is in the book, and nobody was made reachable against their will.</summary>
    public async Task AssertAllSentOnceAsync(int customers)
    {
        var batches = await BatchesAsync();
        Assert.Equal(customers, batches.Where(static batch => batch.ImportId is not null).Sum(static batch => batch.MemberCount));
        var book = Remote.AddressBooks.Single(static book => book.Name == "Customers").Id;
        Assert.Equal(customers, Remote.Contacts.Count(contact => contact.IsReachableIn(book)));
        Assert.Empty(Remote.Violations);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await worker.DisposeAsync();
        }

        await _services.DisposeAsync();
        await Emulator.DisposeAsync();
        await _store.DisposeAsync();
        await _shop.DisposeAsync();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

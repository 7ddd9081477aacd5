using System.Data.Common;
using System.Globalization;
using Dotdigital.Sdk.Emulator;
using Dotdigital.Sdk.Emulator.Control;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.Integration.Export;
using Dotdigital.Sdk.Integration.Import;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Scheduling;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Engine;

/// <summary>
/// A whole host: an emulated account over real HTTP, a real store of its own, a shop, and the engine as a host registers it. The
/// engine can be rebuilt from the store, as after a kill.
/// </summary>
internal sealed class SyncBench : IAsyncDisposable
{
    private readonly StoreUnderTest _store;
    private readonly Action<DotdigitalIntegrationOptions>? _configure;
    private readonly Action<DotdigitalIntegrationBuilder>? _extend;
    private ServiceProvider _services = null!;

    private SyncBench(DotdigitalEmulator emulator, StoreUnderTest store, IReadOnlyList<MarketingList> lists, Action<DotdigitalIntegrationOptions>? configure, Action<DotdigitalIntegrationBuilder>? extend)
    {
        (Emulator, _store, Lists, _configure, _extend) = (emulator, store, [.. lists], configure, extend);
    }

    public string ConnectionString => _store.ConnectionString;

    public static AccountId Id { get; } = new("main");

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public DotdigitalEmulator Emulator { get; }

    public EmulatedAccount Remote => Emulator.Account("main");

    /// <summary>What the host declares; a change counts from the next restart.</summary>
    public IList<MarketingList> Lists { get; }

    /// <summary>Kills the engine at a commit.</summary>
    public KillSwitch Kills { get; } = new();

    public IServiceProvider Services => _services;

    public ISyncStore Store => _services.GetRequiredService<ISyncStore>();

    /// <summary>A connection to the store's database, for what no interface offers.</summary>
    public DbConnection Connect() => _store.Connect();

    /// <summary>Starts with one shop's list "customers" that goes to the book "Customers".</summary>
    public static Task<SyncBench> StartAsync(Shop shop, Action<DotdigitalIntegrationOptions>? configure = null, Action<DotdigitalIntegrationBuilder>? extend = null) =>
        StartAsync([shop.AsList("customers", "Customers")], configure, extend);

    public static async Task<SyncBench> StartAsync(
        IReadOnlyList<MarketingList> lists, Action<DotdigitalIntegrationOptions>? configure = null, Action<DotdigitalIntegrationBuilder>? extend = null, double clockSpeed = 1)
    {
        var store = await StoreUnderTest.CreateAsync();
        var emulator = await DotdigitalEmulator.StartAsync(new EmulatorOptions { ClockSpeed = clockSpeed, Start = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero) }, Cancel);
        var bench = new SyncBench(emulator, store, lists, configure, extend);
        bench.Remote.CreateDataField("TOWN", Dotdigital.Sdk.Emulator.DataFields.DataFieldType.String);
        bench.Remote.CreateDataField("POINTS", Dotdigital.Sdk.Emulator.DataFields.DataFieldType.Numeric);
        bench.Remote.CreateDataField("VIP", Dotdigital.Sdk.Emulator.DataFields.DataFieldType.Boolean);
        bench.Remote.CreateDataField("BIRTHDAY", Dotdigital.Sdk.Emulator.DataFields.DataFieldType.Date);
        await bench.BuildAsync();
        return bench;
    }

    /// <summary>Throws everything in memory away and builds the engine again from the store.</summary>
    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        Kills.Revive();
        await BuildAsync();
    }

    public Task<SyncReport> CycleAsync(RunOptions? options = null, CancellationToken? cancellationToken = null) =>
        _services.GetRequiredService<ISyncOrchestrator>().RunCycleAsync(Id, options, null, cancellationToken ?? Cancel);

    public Task<SyncReport> ImportAsync(RunOptions? options = null) => _services.GetRequiredService<IImportOrchestrator>().RunAsync(Id, options, null, Cancel);

    public Task<SyncReport> ExportAsync() => _services.GetRequiredService<IExportOrchestrator>().RunAsync(Id, null, null, Cancel);

    public Task<SyncReport> StatusAsync() => _services.GetRequiredService<IExportStatusOrchestrator>().RunAsync(Id, null, null, Cancel);

    public Task<IReadOnlyList<SyncReport>> ProcessChangesAsync(CancellationToken? cancellationToken = null) =>
        _services.GetRequiredService<ITrackedChangeProcessor>().RunAsync(null, cancellationToken ?? Cancel);

    /// <summary>Records that items changed, as a host without EF Core does.</summary>
    public Task ChangedAsync(params string[] itemIds) =>
        Store.Changes.AppendAsync([.. itemIds.Select(static id => new FieldChange(0, "Customer", string.Empty, id))], Cancel);

    /// <summary>Records that items changed, and has the changes processed.</summary>
    public async Task ChangeAsync(params string[] itemIds)
    {
        await ChangedAsync(itemIds);
        foreach (var report in await ProcessChangesAsync())
        {
            await SucceedAsync(Task.FromResult(report));
        }
    }

    /// <summary>Dotdigital's delay, then the status.</summary>
    public async Task<SyncReport> WaitAndAskAsync(TimeSpan? delay = null)
    {
        Emulator.Clock.Advance(delay ?? TimeSpan.FromMinutes(10));
        return await StatusAsync();
    }

    /// <summary>A cycle, Dotdigital's delay, the status, and one more cycle: after it an undisturbed host is settled, ids known.</summary>
    public async Task SettleAsync()
    {
        await SucceedAsync(CycleAsync());
        Emulator.Clock.Advance(TimeSpan.FromMinutes(10));
        await SucceedAsync(StatusAsync());
        await SucceedAsync(CycleAsync());
        Emulator.Clock.Advance(TimeSpan.FromMinutes(10));
        await SucceedAsync(StatusAsync());
    }

    /// <summary>Runs cycles and statuses until two cycles in a row send nothing, at most 12.</summary>
    public async Task RunUntilQuietAsync()
    {
        var quiet = 0;
        for (var i = 0; i < 12 && quiet < 2; i++)
        {
            var cycle = await CycleAsync();
            Emulator.Clock.Advance(TimeSpan.FromMinutes(10));
            var status = await StatusAsync();
            var isQuiet = cycle.IsSuccess && status.IsSuccess && cycle.Steps.Where(static step => step.Step != StepNames.DeliverEvents).All(static step => step.Sent == 0);
            quiet = isQuiet ? quiet + 1 : 0;
        }

        Assert.Equal(2, quiet);
    }

    /// <summary>The id of a book by name, in Dotdigital.</summary>
    public int Book(string name = "Customers") => Remote.AddressBooks.Single(book => book.Name == name).Id;

    /// <summary>The addresses that can be reached in a book, in order.</summary>
    public IReadOnlyList<string> ReachableIn(string book = "Customers")
    {
        var id = Book(book);
        return [.. Remote.Contacts.Where(contact => contact.IsReachableIn(id)).Select(static contact => contact.Email!).Order(StringComparer.Ordinal)];
    }

    public async Task<T> ReadAsync<T>(Func<IUnitOfWork, Task<T>> read)
    {
        await using var unit = await Store.BeginAsync(Id, Cancel);
        return await read(unit);
    }

    /// <summary>The membership of an address in the engine's store, or null.</summary>
    public async Task<MembershipRecord?> MembershipAsync(string email, string book = "Customers")
    {
        var contact = await ContactAsync(email);
        if (contact is null)
        {
            return null;
        }

        var memberships = await ReadAsync(unit => unit.Memberships.FindByContactAsync([contact.Id], Cancel));
        return memberships.SingleOrDefault(membership => membership.AddressBookId == Book(book));
    }

    public async Task<ContactRecord?> ContactAsync(string email) =>
        (await ReadAsync(unit => unit.Contacts.FindByEmailAsync([EmailAddress.Parse(email)], Cancel))).SingleOrDefault();

    /// <summary>The opt-out that is kept of an item, or null.</summary>
    public async Task<ListItemRecord?> OptOutOfAsync(string itemId, string list = "customers") =>
        (await ReadAsync(unit => unit.ListItems.FindAsync(list, [itemId], Cancel))).SingleOrDefault();

    public Task<WatermarkRecord> WatermarkAsync(string step, int scope = 0) => ReadAsync(unit => unit.Watermarks.GetAsync(step, scope, Cancel));

    /// <summary>Lets minutes pass for Dotdigital and the engine alike.</summary>
    public void Wait(int minutes) => Emulator.Clock.Advance(TimeSpan.FromMinutes(minutes));

    public Task<IReadOnlyList<BatchRecord>> BatchesAsync() => ReadAsync(unit => unit.Batches.GetAsync([], Cancel));

    public static IEnumerable<ShopRow> Customers(int count) => Enumerable.Range(1, count).Select(static i =>
        new ShopRow(i.ToString("D6", CultureInfo.InvariantCulture), $"c{i}@example.com", $"First{i}", $"Town{i % 7}", i, i % 2 == 0, new DateOnly(1980, 1, 1).AddDays(i % 9000)));

    public static async Task SucceedAsync(Task<SyncReport> running)
    {
        var report = await running;
        Assert.False(report.WasBusy, "The account was busy.");
        Assert.Empty(report.Failures.Select(static step => $"{step.Step} {step.Scope}: {step.Exception?.ToString() ?? step.Error}"));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Emulator.DisposeAsync();
        await _store.DisposeAsync();
    }

    private async Task BuildAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Emulator.Clock);
        var builder = services.AddDotdigitalIntegration(options =>
        {
            options.Client.AllowLoopback = true;
            options.Client.MaxRetries = 0;
            options.LeaseDuration = TimeSpan.FromSeconds(2);
            options.Accounts["main"] = new AccountSettings { UserName = Remote.UserName, Password = Remote.Password, Endpoint = Emulator.BaseAddress };
            _configure?.Invoke(options);
        });
        _store.AddTo(services);
        foreach (var list in Lists)
        {
            builder.AddMarketingList(list);
        }

        _extend?.Invoke(builder);
        var store = services.Last(static service => service.ServiceType == typeof(ISyncStore));
        services.Remove(store);
        services.AddSingleton<ISyncStore>(provider => new KillableStore((ISyncStore)store.ImplementationFactory!(provider), Kills));
        _services = services.BuildServiceProvider();
        await _services.MigrateDotdigitalAsync(Cancel);
    }
}

using System.Globalization;
using Dotdigital.Sdk.Emulator;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Control;
using Dotdigital.Sdk.Emulator.DataFields;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.Integration.Events;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Storage.InMemory;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>A host, the engine and Dotdigital, as a history drives them: all on one clock that only moves when it is told to.</summary>
internal sealed partial class ModelWorld : IAsyncDisposable
{
    public const int Addresses = 8;
    private const string Secret = "pa$$:w\u00f6rd-6f1c9";
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(121);

    private readonly StoreUnderTest? _store;
    private readonly InMemorySyncStore? _memory;
    private readonly List<int> _books;
    private ServiceProvider _services = null!;

    private ModelWorld(HistorySetup setup, DotdigitalEmulator emulator, StoreUnderTest? store)
    {
        (Setup, Emulator, _store) = (setup, emulator, store);
        _memory = store is null ? new InMemorySyncStore(emulator.Clock) : null;
        Log = new ModelLog(Secret, Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{Remote.UserName}:{Secret}")));
        Network = new ModelNetwork(Kills, () => emulator.Clock.Advance(AttemptTimeout + TimeSpan.FromSeconds(1))) { Watch = WatchAsync, Cancel = () => _cancel.Cancel() };
        Host = new ModelHost(Kills) { Changed = ids => Store.Changes.AppendAsync([.. ids.Select(static id => new FieldChange(0, "Customer", string.Empty, id))], CancellationToken.None) };
        foreach (var (name, type) in new[] { ("TOWN", DataFieldType.String), ("POINTS", DataFieldType.Numeric), ("VIP", DataFieldType.Boolean) })
        {
            Remote.CreateDataField(name, type);
        }

        _books = [Remote.CreateAddressBook("A"), Remote.CreateAddressBook("B"), Remote.CreateAddressBook("C")];
    }

    public static AccountId Id { get; } = new("main");

    public HistorySetup Setup { get; }

    public DotdigitalEmulator Emulator { get; }

    public EmulatedAccount Remote => Emulator.Account("main");

    public KillSwitch Kills { get; } = new() { CountsAll = true };

    public ModelLog Log { get; }

    public ModelNetwork Network { get; }

    public ModelTrace Trace { get; } = new();

    public ModelHost Host { get; }

    public ModelFacts Facts { get; } = new();

    public IServiceProvider Services => _services;

    public ISyncStore Store => _services.GetRequiredService<ISyncStore>();

    /// <summary>The books' ids.</summary>
    public IReadOnlyList<int> Books => _books;

    /// <summary>Requests that mailed, or readied for mail, whom they must not.</summary>
    public List<string> Wrongs { get; } = [];

    public static async Task<ModelWorld> StartAsync(HistorySetup setup, CancellationToken cancellationToken)
    {
        var store = setup.InMemory ? null : await StoreUnderTest.CreateAsync();
        var options = new EmulatorOptions { ClockSpeed = 0, Start = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero) };
        options.Accounts.Add(new EmulatorAccountOptions { Name = "main", Password = Secret });
        options.Behaviour = new EmulatorBehaviour { ImportDelay = TimeSpan.FromMinutes(setup.ImportDelay), V3UpdatesSuppressed = !setup.RefusesSuppressed };
        var world = new ModelWorld(setup, await DotdigitalEmulator.StartAsync(options, cancellationToken), store);
        for (var i = 0; i < setup.People; i++)
        {
            world.Insert(i, 1 << (i % setup.Lists));
        }

        await world.BuildAsync();
        return world;
    }

    /// <summary>Throws everything in memory away and builds the engine again from the store.</summary>
    public async Task RestartAsync()
    {
        await _services.DisposeAsync();
        Kills.Revive();
        await BuildAsync();
    }

    public static string List(int number) => string.Create(CultureInfo.InvariantCulture, $"list{number}");

    public static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"c{number % Addresses}@example.com");

    public int Book(int number) => _books[number % _books.Count];

    public string ListOf(int number) => List(number % Setup.Lists);

    public ModelPerson? Person(int number) => Host.People.GetValueOrDefault(PersonId(number));

    public async Task<T> ReadAsync<T>(Func<IUnitOfWork, Task<T>> read)
    {
        await using var unit = await Store.BeginAsync(Id, CancellationToken.None);
        return await read(unit);
    }

    /// <summary>The connections as they are stored.</summary>
    public Task<IReadOnlyList<ConnectionRecord>> ConnectionsAsync() => ReadAsync(static unit => unit.Connections.GetAllAsync(CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Emulator.DisposeAsync();
        _cancel.Dispose();
        if (_store is not null)
        {
            await _store.DisposeAsync();
        }
    }

    private static string PersonId(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number % Addresses}");

    private async Task BuildAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ModelClock(Emulator.Clock, AttemptTimeout, RunRecorder.Interval));
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log).AddFilter("Microsoft", LogLevel.Warning));
        var builder = services.AddDotdigitalIntegration(Configure);
        for (var i = 0; i < Setup.Lists; i++)
        {
            builder.AddMarketingList(Declare(i));
        }

        services.AddSingleton<IMarketingActivityHandler>(new ModelActivityHandler(Host, Facts));
        Network.Register(services);
        if (_memory is not null)
        {
            builder.UseInMemoryStore();
        }

        _store?.AddTo(services);
        var store = services.Last(static service => service.ServiceType == typeof(ISyncStore));
        services.Remove(store);
        services.AddSingleton<ISyncStore>(provider => new KillableStore(_memory ?? (ISyncStore)store.ImplementationFactory!(provider), Kills));
        _services = services.BuildServiceProvider();
        if (_store is not null)
        {
            await _services.MigrateDotdigitalAsync(CancellationToken.None);
        }
    }

    private void Configure(DotdigitalIntegrationOptions options)
    {
        options.Client.AllowLoopback = true;
        options.Client.MaxRetries = Setup.Retries;
        options.LeaseDuration = TimeSpan.FromHours(1);
        options.HandlerTimeout = TimeSpan.FromMinutes(10);
        options.MaxBatchRows = Setup.BatchRows;
        options.MaxRemovalRows = Math.Max(1, Setup.BatchRows / 2);
        options.ForceSync = ForceSyncMode.None;
        options.Transport = Setup.Json ? ExportTransport.Json : ExportTransport.Csv;
        options.ContactsRead = Setup.ReadsByBook ? ContactsRead.V2 : ContactsRead.V3;
        (options.RemovalGuardPercent, options.RemovalGuardMembers) = Setup.Guards ? (50, 3) : (100, 1000);
        options.Accounts["main"] = new AccountSettings { UserName = Remote.UserName, Password = Remote.Password, Endpoint = Emulator.BaseAddress };
    }

    private MarketingList Declare(int number) => new()
    {
        Name = List(number),
        Entity = "Customer",
        Account = number < 2 ? Id : null,
        AddressBook = number switch { 0 => "A", 1 => "B", _ => null },
        Priority = number == 1 ? 1 : 0,
        Fields = [new("FirstName", typeof(string)), new("Town", typeof(string)), new("Points", typeof(decimal)), new("IsVip", typeof(bool)), new("Alt", typeof(string))],
        Mapping = ModelMappings.OfList(number),
        Source = _ => new ModelList(Host, List(number)),
        Writer = _ => new ModelList(Host, List(number)),
    };
}

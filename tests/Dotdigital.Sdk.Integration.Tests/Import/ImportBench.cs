using Dotdigital.Sdk.Emulator;
using Dotdigital.Sdk.Emulator.Control;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.AddressBooks;
using Dotdigital.Sdk.Integration.Campaigns;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.EntityFrameworkCore;
using Dotdigital.Sdk.Integration.MarketingLists;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.Import;

/// <summary>An emulated account, a real store of its own, and what a run of single steps needs.</summary>
internal sealed class ImportBench : IAsyncDisposable
{
    public static readonly AccountId Id = new("main");

    private readonly ServiceProvider _services;
    private readonly StoreUnderTest _store;
    private readonly AccountLease _lease;

    private ImportBench(DotdigitalEmulator emulator, ServiceProvider services, StoreUnderTest store, AccountLease lease)
    {
        (Emulator, _services, _store, _lease) = (emulator, services, store, lease);
        Options = new DotdigitalIntegrationOptions();
    }

    public DotdigitalEmulator Emulator { get; }

    public EmulatedAccount Remote => Emulator.Account("main");

    public DotdigitalIntegrationOptions Options { get; }

    public List<MarketingList> Lists { get; } = [];

    public ISyncStore Store => _services.GetRequiredService<ISyncStore>();

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ImportBench> StartAsync()
    {
        var store = await StoreUnderTest.CreateAsync();
        var emulator = await DotdigitalEmulator.StartAsync(new EmulatorOptions { Start = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero) }, Cancel);
        var services = new ServiceCollection();
        store.AddTo(services);
        services.AddDotdigitalClient(client =>
        {
            client.AllowLoopback = true;
            client.MaxRetries = 0;
            client.Accounts["main"] = new DotdigitalAccountOptions
            {
                Name = "main", UserName = emulator.Account("main").UserName, Password = emulator.Account("main").Password, Endpoint = emulator.BaseAddress,
            };
        });
        services.AddSingleton<TimeProvider>(emulator.Clock).AddSingleton<SyncTelemetry>();
        var provider = services.BuildServiceProvider();
        await provider.MigrateDotdigitalAsync(Cancel);
        var lease = await provider.GetRequiredService<ISyncStore>().Locks.TryAcquireAsync(Id, "bench", TimeSpan.FromHours(1), Cancel);
        return new ImportBench(emulator, provider, store, lease!);
    }

    /// <summary>A run that begins now.</summary>
    public AccountRun Run(string? onlyList = null) => new()
    {
        Account = Id,
        Settings = new AccountSettings(),
        Options = Options,
        Client = _services.GetRequiredService<IDotdigitalClientFactory>().Create("main"),
        Store = Store,
        Lease = _lease,
        Time = Emulator.Clock,
        Telemetry = _services.GetRequiredService<SyncTelemetry>(),
        Lists = new MarketingListCatalogue(Lists, _services.GetRequiredService<IServiceScopeFactory>()),
        DotdigitalBegin = Emulator.Clock.GetUtcNow(),
        OnlyList = onlyList,
    };

    /// <summary>Declares a list.</summary>
    public void Declare(string name, string? book, bool create = false) => Lists.Add(new MarketingList
    {
        Name = name, Entity = "Customer", Fields = [], Mapping = [], Account = Id, AddressBook = book, CreateAddressBook = create,
        Source = _ => throw new InvalidOperationException("The import reads no list."),
    });

    /// <summary>Declares a list, and connects it to a book of the same name in Dotdigital.</summary>
    public async Task<int> ConnectAsync(string name)
    {
        var book = Remote.CreateAddressBook(name);
        Declare(name, name);
        await ImportBooksAsync();
        Assert.Equal(1, (await ConnectDeclaredAsync()).Added);
        return book;
    }

    public Task<StepReport> ImportBooksAsync() => new ImportAddressBooksStep(NullLogger<ImportAddressBooksStep>.Instance).RunAsync(Run(), Cancel);

    public Task<StepReport> ConnectDeclaredAsync() => new ConnectDeclaredListsStep(NullLogger<ConnectDeclaredListsStep>.Instance).RunAsync(Run(), Cancel);

    public Task<StepReport> ImportCampaignsAsync(bool force = true) => new ImportCampaignsStep(NullLogger<ImportCampaignsStep>.Instance).RunAsync(Run(), force, Cancel);

    /// <summary>Activities, then summaries, of one run.</summary>
    public async Task<(StepReport Activities, StepReport Summaries, int Campaigns)> ImportActivityAsync(string? onlyList = null)
    {
        var run = Run(onlyList);
        var campaigns = await new FindActiveCampaignsStep(NullLogger<FindActiveCampaignsStep>.Instance).RunAsync(run, Cancel);
        var activities = await new ImportActivitiesStep(NullLogger<ImportActivitiesStep>.Instance).RunAsync(run, campaigns, Cancel);
        var summaries = await new ImportSummariesStep(NullLogger<ImportSummariesStep>.Instance).RunAsync(run, campaigns, Cancel);
        return (activities, summaries, campaigns.Count);
    }

    public async Task<T> ReadAsync<T>(Func<IUnitOfWork, Task<T>> read)
    {
        await using var unit = await Store.BeginAsync(Id, Cancel);
        return await read(unit);
    }

    public async Task WriteAsync(Func<IUnitOfWork, Task> write)
    {
        await using var unit = await Store.BeginAsync(Id, Cancel);
        await write(unit);
        await unit.CommitAsync(Cancel);
    }

    /// <summary>Stores a contact of the emulator as a settled member of its book.</summary>
    public Task AddMemberAsync(string email, int addressBookId, int? connectionId, string? itemId) => WriteAsync(async unit =>
    {
        var id = await unit.Contacts.AllocateIdsAsync(1, Cancel);
        await unit.Contacts.SaveAsync(
            [new ContactRecord { Id = id, Email = EmailAddress.Parse(email), RemoteId = Remote.Contact(email)!.Id, Status = SubscriptionStatus.Subscribed }], Cancel);
        await unit.Memberships.SaveAsync(
            [new MembershipRecord { AddressBookId = addressBookId, ContactId = id, ConnectionId = connectionId, ItemId = itemId, Status = SubscriptionStatus.Subscribed, WasSent = true }],
            Cancel);
    });

    public Task<IReadOnlyList<OutboxRecord>> EventsAsync() => ReadAsync(unit => unit.Outbox.GetDueAsync(DateTimeOffset.MaxValue.AddYears(-1), 0, 1000, Cancel));

    public async Task<CampaignRecord> CampaignAsync(int id) => (await ReadAsync(unit => unit.Campaigns.GetAllAsync(Cancel))).Single(campaign => campaign.Id == id);

    public Task<IReadOnlyList<MarketingActivityRecord>> MarketingAsync(int campaignId) => ReadAsync(unit => unit.Activities.PageMarketingAsync(campaignId, 0, 100_000, Cancel));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Emulator.DisposeAsync();
        await _store.DisposeAsync();
    }
}

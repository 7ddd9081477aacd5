using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;
using Xunit;

namespace Dotdigital.Sdk.StoreContract;

/// <summary>What the contract's concerns share: a fresh store a test, and short ways to write and read.</summary>
public abstract class ContractTests<TFixture> : IAsyncLifetime
    where TFixture : IStoreFixture, new()
{
    protected static readonly AccountId Account = new("main");
    protected static readonly AccountId OtherAccount = new("other");
    protected static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, 123, TimeSpan.Zero);

    protected TFixture Fixture { get; } = new();

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected ISyncStore Store => Fixture.Store;

    public async ValueTask InitializeAsync() => await Fixture.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Fixture.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static EmailAddress Email(string text) => EmailAddress.Parse(text);

    protected static ContactRecord Contact(long id, string email, long? remoteId = null, SubscriptionStatus status = default) =>
        new() { Id = id, Email = Email(email), RemoteId = remoteId, Status = status };

    protected static MembershipRecord Member(long contactId, string? itemId, MembershipState state = default, int connection = 1, int book = 10) =>
        new() { AddressBookId = book, ContactId = contactId, ItemId = itemId, ConnectionId = connection, State = state };

    protected static StagedKey Key(string itemId, string email, bool isOptedOut = false) => new(itemId, Email(email), isOptedOut);

    protected async Task WriteAsync(Func<IUnitOfWork, Task> write, AccountId? account = null)
    {
        await using var unit = await Store.BeginAsync(account ?? Account, Cancellation);
        await write(unit);
        await unit.CommitAsync(Cancellation);
    }

    protected async Task<T> ReadAsync<T>(Func<IUnitOfWork, Task<T>> read, AccountId? account = null)
    {
        await using var unit = await Store.BeginAsync(account ?? Account, Cancellation);
        return await read(unit);
    }
}

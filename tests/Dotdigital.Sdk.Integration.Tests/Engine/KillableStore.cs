using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Storage;
using Dotdigital.Sdk.Integration.Tracking;

namespace Dotdigital.Sdk.Integration.Tests.Engine;

/// <summary>A store whose commits obey a <see cref="KillSwitch"/>. Locks are let go as if the lease had lapsed.</summary>
internal sealed class KillableStore(ISyncStore inner, KillSwitch kills) : ISyncStore, IAsyncDisposable
{
    public IAccountLocks Locks => inner.Locks;

    public IFieldChangeLog Changes => inner.Changes;

    public IAccountRepository Accounts => inner.Accounts;

    public Task<IReadOnlyDictionary<AccountId, IReadOnlyList<MappingRecord>>> GetMappingsAsync(CancellationToken cancellationToken) => inner.GetMappingsAsync(cancellationToken);

    public Task<long> GetMappingsVersionAsync(CancellationToken cancellationToken) => inner.GetMappingsVersionAsync(cancellationToken);

    public string? SingleRunnerName => inner.SingleRunnerName;

    public async Task<IUnitOfWork> BeginAsync(AccountLease lease, CancellationToken cancellationToken)
    {
        kills.ThrowIfDead(lease.Account);
        return new Unit(await inner.BeginAsync(lease, cancellationToken), lease.Account, kills);
    }

    public async Task<IUnitOfWork> BeginAsync(AccountId account, CancellationToken cancellationToken)
    {
        var unit = await inner.BeginAsync(account, cancellationToken);
        return kills.CountsAll ? new Unit(unit, account, kills) : unit;
    }

    public async ValueTask DisposeAsync()
    {
        if (inner is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }

    private sealed class Unit(IUnitOfWork inner, AccountId account, KillSwitch kills) : IUnitOfWork
    {
        public IAddressBookRepository AddressBooks => inner.AddressBooks;

        public IConnectionRepository Connections => inner.Connections;

        public IContactRepository Contacts => inner.Contacts;

        public IMembershipRepository Memberships => inner.Memberships;

        public IListKeyRepository ListKeys => inner.ListKeys;

        public IStagedIdRepository StagedIds => inner.StagedIds;

        public IListItemRepository ListItems => inner.ListItems;

        public IBatchRepository Batches => inner.Batches;

        public IDataFieldRepository DataFields => inner.DataFields;

        public IMappingRepository Mappings => inner.Mappings;

        public ICampaignRepository Campaigns => inner.Campaigns;

        public IActivityRepository Activities => inner.Activities;

        public IWatermarkRepository Watermarks => inner.Watermarks;

        public IOutboxRepository Outbox => inner.Outbox;

        public ISignInRepository SignIns => inner.SignIns;

        public IHostWriteRepository HostWrites => inner.HostWrites;

        public ICampaignLinkRepository CampaignLinks => inner.CampaignLinks;

        public IJobStateRepository JobStates => inner.JobStates;

        public IRunRepository Runs => inner.Runs;

        public IForgottenRepository Forgotten => inner.Forgotten;

        public IWebhookReceiptRepository WebhookReceipts => inner.WebhookReceipts;

        public Task CommitAsync(CancellationToken cancellationToken) => kills.CommitAsync(account, () => inner.CommitAsync(cancellationToken));

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}

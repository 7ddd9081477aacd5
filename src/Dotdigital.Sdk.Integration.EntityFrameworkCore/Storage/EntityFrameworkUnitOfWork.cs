using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Repositories;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;

internal sealed class EntityFrameworkUnitOfWork(StoreSession session, UnitScope unit, AccountLease? lease) : IUnitOfWork
{
    public IAddressBookRepository AddressBooks { get; } = new AddressBookRepository(unit);

    public IConnectionRepository Connections { get; } = new ConnectionRepository(unit);

    public IContactRepository Contacts { get; } = new ContactRepository(unit);

    public IMembershipRepository Memberships { get; } = new MembershipRepository(unit);

    public IListKeyRepository ListKeys { get; } = new ListKeyRepository(unit);

    public IStagedIdRepository StagedIds { get; } = new StagedIdRepository(unit);

    public IListItemRepository ListItems { get; } = new ListItemRepository(unit);

    public IBatchRepository Batches { get; } = new BatchRepository(unit);

    public IDataFieldRepository DataFields { get; } = new DataFieldRepository(unit);

    public IMappingRepository Mappings { get; } = new MappingRepository(unit);

    public ICampaignRepository Campaigns { get; } = new CampaignRepository(unit);

    public IActivityRepository Activities { get; } = new ActivityRepository(unit);

    public IWatermarkRepository Watermarks { get; } = new WatermarkRepository(unit);

    public IOutboxRepository Outbox { get; } = new OutboxRepository(unit);

    public ISignInRepository SignIns { get; } = new SignInRepository(unit);

    public IHostWriteRepository HostWrites { get; } = new HostWriteRepository(unit);

    public ICampaignLinkRepository CampaignLinks { get; } = new CampaignLinkRepository(unit);

    public IJobStateRepository JobStates { get; } = new JobStateRepository(unit);

    public IRunRepository Runs { get; } = new RunRepository(unit);

    public IForgottenRepository Forgotten { get; } = new ForgottenRepository(unit);

    public IWebhookReceiptRepository WebhookReceipts { get; } = new WebhookReceiptRepository(unit);

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        _ = unit.Db;

        // The check is within the transaction that is committed: a later holder cannot come between (rule W-4).
        if (lease is not null)
        {
            var fence = await session.ReadFenceAsync(unit.Account, cancellationToken).ConfigureAwait(false);
            if (fence != lease.Fence)
            {
                await DisposeAsync().ConfigureAwait(false);
                throw new AccountLeaseLostException(lease.Account);
            }
        }

        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        await DisposeAsync().ConfigureAwait(false);
    }

    public ValueTask DisposeAsync()
    {
        unit.IsOver = true;
        return session.DisposeAsync();
    }
}

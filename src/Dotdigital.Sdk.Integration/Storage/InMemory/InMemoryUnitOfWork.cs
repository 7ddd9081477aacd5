namespace Dotdigital.Sdk.Integration.Storage.InMemory;

internal sealed class InMemoryUnitOfWork(UnitState unit, AccountLease? lease) : IUnitOfWork
{
    public IAddressBookRepository AddressBooks { get; } = new InMemoryAddressBooks(unit);

    public IConnectionRepository Connections { get; } = new InMemoryConnections(unit);

    public IContactRepository Contacts { get; } = new InMemoryContacts(unit);

    public IMembershipRepository Memberships { get; } = new InMemoryMemberships(unit);

    public IListKeyRepository ListKeys { get; } = new InMemoryListKeys(unit);

    public IStagedIdRepository StagedIds { get; } = new InMemoryStagedIds(unit);

    public IListItemRepository ListItems { get; } = new InMemoryListItems(unit);

    public IBatchRepository Batches { get; } = new InMemoryBatches(unit);

    public IDataFieldRepository DataFields { get; } = new InMemoryDataFields(unit);

    public IMappingRepository Mappings { get; } = new InMemoryMappings(unit);

    public ICampaignRepository Campaigns { get; } = new InMemoryCampaigns(unit);

    public IActivityRepository Activities { get; } = new InMemoryActivities(unit);

    public IWatermarkRepository Watermarks { get; } = new InMemoryWatermarks(unit);

    public IOutboxRepository Outbox { get; } = new InMemoryOutbox(unit);

    public ISignInRepository SignIns { get; } = new InMemorySignIns(unit);

    public IHostWriteRepository HostWrites { get; } = new InMemoryHostWrites(unit);

    public ICampaignLinkRepository CampaignLinks { get; } = new InMemoryCampaignLinks(unit);

    public IJobStateRepository JobStates { get; } = new InMemoryJobStates(unit);

    public IRunRepository Runs { get; } = new InMemoryRuns(unit);

    public IForgottenRepository Forgotten { get; } = new InMemoryForgotten(unit);

    public IWebhookReceiptRepository WebhookReceipts { get; } = new InMemoryWebhookReceipts(unit);

    public Task CommitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _ = unit.Current;
        try
        {
            unit.Commit(lease);
        }
        finally
        {
            unit.End();
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        unit.End();
        return ValueTask.CompletedTask;
    }
}

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>
/// One transaction over the repositories of one account. Disposing without <see cref="CommitAsync"/> undoes everything.
/// Repositories see the unit's own writes. Of records with the same key in one call the last one counts. Texts order by their UTF-8 bytes.
/// Not for use by two callers at once.
/// </summary>
public interface IUnitOfWork : IAsyncDisposable
{
    /// <summary>Address books.</summary>
    IAddressBookRepository AddressBooks { get; }

    /// <summary>Connections.</summary>
    IConnectionRepository Connections { get; }

    /// <summary>Contacts.</summary>
    IContactRepository Contacts { get; }

    /// <summary>Memberships.</summary>
    IMembershipRepository Memberships { get; }

    /// <summary>The staged keys of a list's pass.</summary>
    IListKeyRepository ListKeys { get; }

    /// <summary>What reads under way have to remember.</summary>
    IStagedIdRepository StagedIds { get; }

    /// <summary>Opt-out and set-aside states of list items.</summary>
    IListItemRepository ListItems { get; }

    /// <summary>Batches and their members.</summary>
    IBatchRepository Batches { get; }

    /// <summary>Data fields.</summary>
    IDataFieldRepository DataFields { get; }

    /// <summary>Stored mappings.</summary>
    IMappingRepository Mappings { get; }

    /// <summary>Campaigns and their summaries.</summary>
    ICampaignRepository Campaigns { get; }

    /// <summary>Activities, marketing activities and email statistics.</summary>
    IActivityRepository Activities { get; }

    /// <summary>Watermarks.</summary>
    IWatermarkRepository Watermarks { get; }

    /// <summary>Commands and events to the host.</summary>
    IOutboxRepository Outbox { get; }

    /// <summary>States and tokens of single sign-on.</summary>
    ISignInRepository SignIns { get; }

    /// <summary>What items of the host are still to be told (rules IM-4, IM-5).</summary>
    IHostWriteRepository HostWrites { get; }

    /// <summary>The host's answers about campaigns, and its merges.</summary>
    ICampaignLinkRepository CampaignLinks { get; }

    /// <summary>How the jobs last went.</summary>
    IJobStateRepository JobStates { get; }

    /// <summary>The last runs.</summary>
    IRunRepository Runs { get; }

    /// <summary>Whom the account has forgotten.</summary>
    IForgottenRepository Forgotten { get; }

    /// <summary>Receipts of webhooks.</summary>
    IWebhookReceiptRepository WebhookReceipts { get; }

    /// <summary>Commits everything, or nothing. The unit is over then: every further use, but disposing, is refused.</summary>
    /// <exception cref="AccountLeaseLostException">The unit was begun under a lease that has been lost.</exception>
    /// <exception cref="InvalidOperationException">The unit is over.</exception>
    Task CommitAsync(CancellationToken cancellationToken);
}

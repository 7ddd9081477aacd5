using Dotdigital.Sdk.StoreContract;

namespace Dotdigital.Sdk.Integration.Tests.Storage.InMemory;

/// <summary>The store contract, kept by the store in memory.</summary>
public static class InMemoryStore
{
    public sealed class UnitsOfWork : UnitOfWorkContract<InMemoryStoreFixture>;

    public sealed class AccountLocks : AccountLocksContract<InMemoryStoreFixture>;

    public sealed class Contacts : ContactContract<InMemoryStoreFixture>;

    public sealed class Memberships : MembershipContract<InMemoryStoreFixture>;

    public sealed class ListKeys : ListKeyContract<InMemoryStoreFixture>;

    public sealed class ListItems : ListItemContract<InMemoryStoreFixture>;

    public sealed class Batches : BatchContract<InMemoryStoreFixture>;

    public sealed class Catalogue : CatalogueContract<InMemoryStoreFixture>;

    public sealed class Activities : ActivityContract<InMemoryStoreFixture>;

    public sealed class Outbox : OutboxContract<InMemoryStoreFixture>;

    public sealed class HostWrites : HostWriteContract<InMemoryStoreFixture>;

    public sealed class CampaignLinks : CampaignLinkContract<InMemoryStoreFixture>;

    public sealed class JobStates : JobStateContract<InMemoryStoreFixture>;

    public sealed class Runs : RunContract<InMemoryStoreFixture>;

    public sealed class Forgotten : ForgottenContract<InMemoryStoreFixture>;

    public sealed class People : PersonContract<InMemoryStoreFixture>;

    public sealed class FieldChangeLog : FieldChangeLogContract<InMemoryStoreFixture>;

    public sealed class Accounts : AccountContract<InMemoryStoreFixture>;

    public sealed class SignIns : SignInContract<InMemoryStoreFixture>;

    public sealed class StagedIds : StagedIdContract<InMemoryStoreFixture>;

    public sealed class WebhookReceipts : WebhookReceiptContract<InMemoryStoreFixture>;
}

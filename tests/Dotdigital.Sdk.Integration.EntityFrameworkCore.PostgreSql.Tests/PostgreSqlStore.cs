using Dotdigital.Sdk.StoreContract;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.PostgreSql.Tests;

/// <summary>The store contract, kept by the PostgreSQL store.</summary>
public static class PostgreSqlStore
{
    public sealed class UnitsOfWork : UnitOfWorkContract<PostgreSqlStoreFixture>;

    public sealed class AccountLocks : AccountLocksContract<PostgreSqlStoreFixture>;

    public sealed class Contacts : ContactContract<PostgreSqlStoreFixture>;

    public sealed class Memberships : MembershipContract<PostgreSqlStoreFixture>;

    public sealed class ListKeys : ListKeyContract<PostgreSqlStoreFixture>;

    public sealed class ListItems : ListItemContract<PostgreSqlStoreFixture>;

    public sealed class Batches : BatchContract<PostgreSqlStoreFixture>;

    public sealed class Catalogue : CatalogueContract<PostgreSqlStoreFixture>;

    public sealed class Activities : ActivityContract<PostgreSqlStoreFixture>;

    public sealed class Outbox : OutboxContract<PostgreSqlStoreFixture>;

    public sealed class HostWrites : HostWriteContract<PostgreSqlStoreFixture>;

    public sealed class CampaignLinks : CampaignLinkContract<PostgreSqlStoreFixture>;

    public sealed class JobStates : JobStateContract<PostgreSqlStoreFixture>;

    public sealed class Runs : RunContract<PostgreSqlStoreFixture>;

    public sealed class Forgotten : ForgottenContract<PostgreSqlStoreFixture>;

    public sealed class People : PersonContract<PostgreSqlStoreFixture>;

    public sealed class Accounts : AccountContract<PostgreSqlStoreFixture>;

    public sealed class SignIns : SignInContract<PostgreSqlStoreFixture>;

    public sealed class StagedIds : StagedIdContract<PostgreSqlStoreFixture>;

    public sealed class WebhookReceipts : WebhookReceiptContract<PostgreSqlStoreFixture>;

    public sealed class FieldChangeLog : FieldChangeLogContract<PostgreSqlStoreFixture>;
}

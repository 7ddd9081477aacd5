using Dotdigital.Sdk.StoreContract;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Sqlite.Tests;

/// <summary>The store contract, kept by the SQLite store.</summary>
public static class SqliteStore
{
    public sealed class UnitsOfWork : UnitOfWorkContract<SqliteStoreFixture>;

    public sealed class AccountLocks : AccountLocksContract<SqliteStoreFixture>;

    public sealed class Contacts : ContactContract<SqliteStoreFixture>;

    public sealed class Memberships : MembershipContract<SqliteStoreFixture>;

    public sealed class ListKeys : ListKeyContract<SqliteStoreFixture>;

    public sealed class ListItems : ListItemContract<SqliteStoreFixture>;

    public sealed class Batches : BatchContract<SqliteStoreFixture>;

    public sealed class Catalogue : CatalogueContract<SqliteStoreFixture>;

    public sealed class Activities : ActivityContract<SqliteStoreFixture>;

    public sealed class Outbox : OutboxContract<SqliteStoreFixture>;

    public sealed class HostWrites : HostWriteContract<SqliteStoreFixture>;

    public sealed class CampaignLinks : CampaignLinkContract<SqliteStoreFixture>;

    public sealed class JobStates : JobStateContract<SqliteStoreFixture>;

    public sealed class Runs : RunContract<SqliteStoreFixture>;

    public sealed class Forgotten : ForgottenContract<SqliteStoreFixture>;

    public sealed class People : PersonContract<SqliteStoreFixture>;

    public sealed class FieldChangeLog : FieldChangeLogContract<SqliteStoreFixture>;

    public sealed class Accounts : AccountContract<SqliteStoreFixture>;

    public sealed class SignIns : SignInContract<SqliteStoreFixture>;

    public sealed class StagedIds : StagedIdContract<SqliteStoreFixture>;

    public sealed class WebhookReceipts : WebhookReceiptContract<SqliteStoreFixture>;
}

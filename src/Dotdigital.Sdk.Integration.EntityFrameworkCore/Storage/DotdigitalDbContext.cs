using System.Text;
using Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage;

/// <summary>
/// The tables of the engine's store: prefix <c>dotdigital_</c>, the account first in every key. Public for migrations only; the engine reads and
/// writes through <see cref="Integration.Storage.ISyncStore"/>.
/// </summary>
public sealed class DotdigitalDbContext : DbContext
{
    /// <summary>The table in which applied migrations are recorded; apart from a host's own, so that both can live in one database.</summary>
    public const string MigrationsTable = "dotdigital_migrations";

    /// <summary>Opens the store with a provider's options.</summary>
    public DotdigitalDbContext(DbContextOptions<DotdigitalDbContext> options)
        : base(options) => ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;

    internal DbSet<AddressBookRow> AddressBooks => Set<AddressBookRow>();

    internal DbSet<ConnectionRow> Connections => Set<ConnectionRow>();

    internal DbSet<ContactRow> Contacts => Set<ContactRow>();

    internal DbSet<MembershipRow> Memberships => Set<MembershipRow>();

    internal DbSet<StagedKeyRow> StagedKeys => Set<StagedKeyRow>();

    internal DbSet<StagedIdRow> StagedIds => Set<StagedIdRow>();

    internal DbSet<ListItemRow> ListItems => Set<ListItemRow>();

    internal DbSet<SetAsideRow> SetAside => Set<SetAsideRow>();

    internal DbSet<BatchRow> Batches => Set<BatchRow>();

    internal DbSet<BatchMemberRow> BatchMembers => Set<BatchMemberRow>();

    internal DbSet<DataFieldRow> DataFields => Set<DataFieldRow>();

    internal DbSet<StoredMappingRow> Mappings => Set<StoredMappingRow>();

    internal DbSet<CampaignRow> Campaigns => Set<CampaignRow>();

    internal DbSet<ActivityRow> Activities => Set<ActivityRow>();

    internal DbSet<MarketingActivityRow> MarketingActivities => Set<MarketingActivityRow>();

    internal DbSet<WatermarkRow> Watermarks => Set<WatermarkRow>();

    internal DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    internal DbSet<HostWriteRow> HostWrites => Set<HostWriteRow>();

    internal DbSet<CampaignLinkRow> CampaignLinks => Set<CampaignLinkRow>();

    internal DbSet<CampaignMergeRow> CampaignMerges => Set<CampaignMergeRow>();

    internal DbSet<JobStateRow> JobStates => Set<JobStateRow>();

    internal DbSet<RunRow> Runs => Set<RunRow>();

    internal DbSet<ForgottenRow> Forgotten => Set<ForgottenRow>();

    internal DbSet<ForgottenKeyRow> ForgottenKeys => Set<ForgottenKeyRow>();

    internal DbSet<AccountLockRow> AccountLocks => Set<AccountLockRow>();

    internal DbSet<JobRequestRow> JobRequests => Set<JobRequestRow>();

    internal DbSet<FieldChangeRow> FieldChanges => Set<FieldChangeRow>();

    internal DbSet<AccountRow> Accounts => Set<AccountRow>();

    internal DbSet<AccountEndpointRow> AccountEndpoints => Set<AccountEndpointRow>();

    internal DbSet<SignInStateRow> SignInStates => Set<SignInStateRow>();

    internal DbSet<SignInTokenRow> SignInTokens => Set<SignInTokenRow>();

    internal DbSet<WebhookReceiptRow> WebhookReceipts => Set<WebhookReceiptRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        AddressBookRow.Configure(modelBuilder.Entity<AddressBookRow>());
        ConnectionRow.Configure(modelBuilder.Entity<ConnectionRow>());
        ContactRow.Configure(modelBuilder.Entity<ContactRow>());
        MembershipRow.Configure(modelBuilder.Entity<MembershipRow>());
        StagedKeyRow.Configure(modelBuilder.Entity<StagedKeyRow>());
        StagedIdRow.Configure(modelBuilder.Entity<StagedIdRow>());
        ListItemRow.Configure(modelBuilder.Entity<ListItemRow>());
        SetAsideRow.Configure(modelBuilder.Entity<SetAsideRow>());
        BatchRow.Configure(modelBuilder.Entity<BatchRow>());
        BatchMemberRow.Configure(modelBuilder.Entity<BatchMemberRow>());
        DataFieldRow.Configure(modelBuilder.Entity<DataFieldRow>());
        StoredMappingRow.Configure(modelBuilder.Entity<StoredMappingRow>());
        CampaignRow.Configure(modelBuilder.Entity<CampaignRow>());
        ActivityRow.Configure(modelBuilder.Entity<ActivityRow>());
        MarketingActivityRow.Configure(modelBuilder.Entity<MarketingActivityRow>());
        WatermarkRow.Configure(modelBuilder.Entity<WatermarkRow>());
        OutboxRow.Configure(modelBuilder.Entity<OutboxRow>());
        HostWriteRow.Configure(modelBuilder.Entity<HostWriteRow>());
        CampaignLinkRow.Configure(modelBuilder.Entity<CampaignLinkRow>());
        CampaignMergeRow.Configure(modelBuilder.Entity<CampaignMergeRow>());
        JobStateRow.Configure(modelBuilder.Entity<JobStateRow>());
        RunRow.Configure(modelBuilder.Entity<RunRow>());
        ForgottenRow.Configure(modelBuilder.Entity<ForgottenRow>());
        ForgottenKeyRow.Configure(modelBuilder.Entity<ForgottenKeyRow>());
        CounterRow.Configure(modelBuilder.Entity<CounterRow>());
        AccountLockRow.Configure(modelBuilder.Entity<AccountLockRow>());
        JobRequestRow.Configure(modelBuilder.Entity<JobRequestRow>());
        FieldChangeRow.Configure(modelBuilder.Entity<FieldChangeRow>());
        AccountRow.Configure(modelBuilder.Entity<AccountRow>());
        AccountEndpointRow.Configure(modelBuilder.Entity<AccountEndpointRow>());
        SignInStateRow.Configure(modelBuilder.Entity<SignInStateRow>());
        SignInTokenRow.Configure(modelBuilder.Entity<SignInTokenRow>());
        WebhookReceiptRow.Configure(modelBuilder.Entity<WebhookReceiptRow>());

        foreach (var property in modelBuilder.Model.GetEntityTypes().SelectMany(static entity => entity.GetProperties()))
        {
            property.SetColumnName(ToSnakeCase(property.Name));
            if (property.IsPrimaryKey() && property.DeclaringType.ClrType != typeof(FieldChangeRow))
            {
                property.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            }
        }
    }

    private static string ToSnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var character in name)
        {
            if (char.IsUpper(character) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(character));
        }

        return text.ToString();
    }
}

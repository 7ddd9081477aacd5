using System.ComponentModel.DataAnnotations.Schema;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Benchmarks.Stores;

/// <summary>A row of the store's contact table with its values at hand: what the floors write, and the entity of the tracked saves.</summary>
[Table("dotdigital_contacts")]
internal sealed class StoredContact
{
    [Column("account_id")]
    public string AccountId { get; set; } = BenchmarkStore.Account.Value;

    [Column("id")]
    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public long Id { get; set; }

    [Column("email")]
    public string Email { get; set; } = "";

    [Column("remote_id")]
    public long? RemoteId { get; set; }

    [Column("status")]
    public string? Status { get; set; }

    [Column("reachability")]
    public int Reachability { get; set; }

    [Column("unsubscribed_at")]
    public long? UnsubscribedAt { get; set; }

    [Column("last_subscribed_at")]
    public long? LastSubscribedAt { get; set; }

    [Column("opt_in_type")]
    public string? OptInType { get; set; }

    [Column("email_type")]
    public string? EmailType { get; set; }

    [Column("snapshot")]
    public string Snapshot { get; set; } = "";

    [Column("snapshot_version")]
    public int SnapshotVersion { get; set; }

    [Column("is_unread")]
    public bool IsUnread { get; set; }

    [Column("not_kept")]
    public string? NotKept { get; set; }

    public static StoredContact From(ContactRecord record) => new()
    {
        Id = record.Id,
        Email = record.Email.Value,
        RemoteId = record.RemoteId,
        Status = record.Status.Value,
        Reachability = (int)record.Status.Reachability,
        OptInType = record.OptInType,
        EmailType = record.EmailType,
        Snapshot = record.Snapshot.ToJson(),
    };
}

using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class ContactRow
{
    public required string AccountId { get; init; }

    public required long Id { get; init; }

    public required string Email { get; init; }

    public long? RemoteId { get; init; }

    public string? Status { get; init; }

    /// <summary>The class of <see cref="Status"/>, for filters in SQL.</summary>
    public int Reachability { get; init; }

    public long? UnsubscribedAt { get; init; }

    public long? LastSubscribedAt { get; init; }

    public string? OptInType { get; init; }

    public string? EmailType { get; init; }

    public required string Snapshot { get; init; }

    public int SnapshotVersion { get; init; }

    public bool IsUnread { get; init; }

    /// <summary>Null in nearly every row.</summary>
    public string? NotKept { get; init; }

    public static void Configure(EntityTypeBuilder<ContactRow> table)
    {
        table.ToTable("dotdigital_contacts");
        table.HasKey(row => new { row.AccountId, row.Id });
        table.HasIndex(row => new { row.AccountId, row.Email }).IsUnique();
        table.HasIndex(row => new { row.AccountId, row.RemoteId }).IsUnique().HasFilter("remote_id IS NOT NULL");
    }

    public static ContactRow From(string account, ContactRecord record) => new()
    {
        AccountId = account,
        Id = record.Id,
        Email = record.Email.Value,
        RemoteId = record.RemoteId,
        Status = record.Status.Value,
        Reachability = (int)record.Status.Reachability,
        UnsubscribedAt = Ticks.Of(record.UnsubscribedAt),
        LastSubscribedAt = Ticks.Of(record.LastSubscribedAt),
        OptInType = record.OptInType,
        EmailType = record.EmailType,
        Snapshot = record.Snapshot.ToJson(),
        SnapshotVersion = record.SnapshotVersion,
        IsUnread = record.IsUnread,
        NotKept = record.NotKept.Count == 0 ? null : record.NotKept.ToJson(),
    };

    public ContactRecord ToRecord() => new()
    {
        Id = Id,
        Email = EmailAddress.Parse(Email),
        RemoteId = RemoteId,
        Status = new SubscriptionStatus(Status),
        UnsubscribedAt = Ticks.ToInstant(UnsubscribedAt),
        LastSubscribedAt = Ticks.ToInstant(LastSubscribedAt),
        OptInType = OptInType,
        EmailType = EmailType,
        Snapshot = FieldValues.FromJson(Snapshot),
        SnapshotVersion = SnapshotVersion,
        IsUnread = IsUnread,
        NotKept = FieldValues.FromJson(NotKept),
    };
}

using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class MembershipRow
{
    public required string AccountId { get; init; }

    public required int AddressBookId { get; init; }

    public required long ContactId { get; init; }

    public string? Status { get; init; }

    /// <summary>The class of <see cref="Status"/>, for filters in SQL.</summary>
    public int Reachability { get; init; }

    public long? UnsubscribedAt { get; init; }

    public int? ConnectionId { get; init; }

    public string? ItemId { get; init; }

    public int State { get; init; }

    public int Operation { get; init; }

    public long? BatchId { get; init; }

    public string? Reason { get; init; }

    public int UpdateVersion { get; init; }

    public bool WasSent { get; init; }

    public int? AddedBy { get; init; }

    public bool CameFromRemote { get; init; }

    public int Failures { get; init; }

    public long? NotBefore { get; init; }

    public string? RenameTo { get; init; }

    public string? LastFault { get; init; }

    public static void Configure(EntityTypeBuilder<MembershipRow> table)
    {
        table.ToTable("dotdigital_memberships");
        table.HasKey(row => new { row.AccountId, row.AddressBookId, row.ContactId });

        // Items of a pass; pages by state, whose last column also lets the count by state stay in the index; leavers in contact order; all of a contact.
        table.HasIndex(row => new { row.AccountId, row.ConnectionId, row.ItemId });
        table.HasIndex(row => new { row.AccountId, row.ConnectionId, row.State, row.ContactId, row.AddressBookId, row.Operation }, "IX_dotdigital_memberships_state");
        table.HasIndex(row => new { row.AccountId, row.ConnectionId, row.ContactId, row.AddressBookId, row.ItemId }, "IX_dotdigital_memberships_leavers");
        table.HasIndex(row => new { row.AccountId, row.ContactId, row.AddressBookId });
    }

    public static MembershipRow From(string account, MembershipRecord record) => new()
    {
        AccountId = account,
        AddressBookId = record.AddressBookId,
        ContactId = record.ContactId,
        Status = record.Status.Value,
        Reachability = (int)record.Status.Reachability,
        UnsubscribedAt = Ticks.Of(record.UnsubscribedAt),
        ConnectionId = record.ConnectionId,
        ItemId = record.ItemId,
        State = (int)record.State.Kind,
        Operation = (int)record.State.Operation,
        BatchId = record.LastBatchId,
        Reason = record.State.Reason,
        UpdateVersion = record.UpdateVersion,
        WasSent = record.WasSent,
        AddedBy = record.AddedBy,
        CameFromRemote = record.CameFromRemote,
        Failures = record.Failures,
        NotBefore = Ticks.Of(record.NotBefore),
        RenameTo = record.RenameTo?.Value,
        LastFault = record.LastFault,
    };

    public MembershipRecord ToRecord() => new()
    {
        AddressBookId = AddressBookId,
        ContactId = ContactId,
        Status = new SubscriptionStatus(Status),
        UnsubscribedAt = Ticks.ToInstant(UnsubscribedAt),
        ConnectionId = ConnectionId,
        ItemId = ItemId,
        State = MembershipState.Restore((ExportState)State, (ExportOperation)Operation, BatchId, Reason),
        LastBatchId = State == (int)ExportState.InBatch ? null : BatchId,
        UpdateVersion = UpdateVersion,
        WasSent = WasSent,
        AddedBy = AddedBy,
        CameFromRemote = CameFromRemote,
        Failures = Failures,
        NotBefore = Ticks.ToInstant(NotBefore),
        RenameTo = RenameTo is null ? null : EmailAddress.Parse(RenameTo),
        LastFault = LastFault,
    };
}

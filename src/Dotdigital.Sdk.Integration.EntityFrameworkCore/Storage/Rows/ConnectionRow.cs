using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class ConnectionRow
{
    public required string AccountId { get; init; }

    public required int Id { get; init; }

    public required string ListName { get; init; }

    public required int AddressBookId { get; init; }

    public bool CreateEntities { get; init; }

    public bool IsEnabled { get; init; }

    public required long ConnectedAt { get; init; }

    public long? DisconnectedAt { get; init; }

    public int OptOutAction { get; init; }

    public int LeaverAction { get; init; }

    public int AddedMembers { get; init; }

    public long? PendingLeavers { get; init; }

    public long? PendingMembers { get; init; }

    public long? PendingSince { get; init; }

    public long ConfirmedRemovals { get; init; }

    public long RecentRemovals { get; init; }

    public long? RecentRemovalsSince { get; init; }

    public string? MappingFingerprint { get; init; }

    public bool RefreshRequested { get; init; }

    public static void Configure(EntityTypeBuilder<ConnectionRow> table)
    {
        table.ToTable("dotdigital_connections");
        table.HasKey(row => new { row.AccountId, row.Id });
    }

    public static ConnectionRow From(string account, ConnectionRecord record) => new()
    {
        AccountId = account,
        Id = record.Id,
        ListName = record.ListName,
        AddressBookId = record.AddressBookId,
        CreateEntities = record.CreateEntities,
        IsEnabled = record.IsEnabled,
        ConnectedAt = Ticks.Of(record.ConnectedAt),
        DisconnectedAt = Ticks.Of(record.DisconnectedAt),
        OptOutAction = (int)record.OptOutAction,
        LeaverAction = (int)record.LeaverAction,
        AddedMembers = (int)record.AddedMembers,
        PendingLeavers = record.PendingRemoval?.Leavers,
        PendingMembers = record.PendingRemoval?.Members,
        PendingSince = Ticks.Of(record.PendingRemoval?.Since),
        ConfirmedRemovals = record.ConfirmedRemovals,
        RecentRemovals = record.RecentRemovals,
        RecentRemovalsSince = Ticks.Of(record.RecentRemovalsSince),
        MappingFingerprint = record.MappingFingerprint,
        RefreshRequested = record.RefreshRequested,
    };

    public ConnectionRecord ToRecord() => new()
    {
        Id = Id,
        ListName = ListName,
        AddressBookId = AddressBookId,
        CreateEntities = CreateEntities,
        IsEnabled = IsEnabled,
        ConnectedAt = Ticks.ToInstant(ConnectedAt),
        DisconnectedAt = Ticks.ToInstant(DisconnectedAt),
        OptOutAction = (OptOutAction)OptOutAction,
        LeaverAction = (LeaverAction)LeaverAction,
        AddedMembers = (AddedMembersState)AddedMembers,
        PendingRemoval = PendingSince is { } since ? new PendingRemoval(PendingLeavers ?? 0, PendingMembers ?? 0, Ticks.ToInstant(since)) : null,
        ConfirmedRemovals = ConfirmedRemovals,
        RecentRemovals = RecentRemovals,
        RecentRemovalsSince = Ticks.ToInstant(RecentRemovalsSince),
        MappingFingerprint = MappingFingerprint,
        RefreshRequested = RefreshRequested,
    };
}

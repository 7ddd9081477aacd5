using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class HostWriteRow
{
    public required string AccountId { get; init; }

    public required int ConnectionId { get; init; }

    public required long ContactId { get; init; }

    public bool IsCreation { get; init; }

    public required string Base { get; init; }

    public required string Offered { get; init; }

    public string? Seen { get; init; }

    public required long CreatedAt { get; init; }

    public int Attempts { get; init; }

    public long? NextAttemptAt { get; init; }

    public string? Error { get; init; }

    public static void Configure(EntityTypeBuilder<HostWriteRow> table)
    {
        table.ToTable("dotdigital_host_writes");
        table.HasKey(row => new { row.AccountId, row.ConnectionId, row.ContactId });
        table.HasIndex(row => new { row.AccountId, row.ContactId });
    }

    public static HostWriteRow From(string account, HostWriteRecord record) => new()
    {
        AccountId = account,
        ConnectionId = record.ConnectionId,
        ContactId = record.ContactId,
        IsCreation = record.IsCreation,
        Base = record.Base.ToJson(),
        Offered = record.Offered.ToJson(),
        Seen = record.Seen?.ToJson(),
        CreatedAt = Ticks.Of(record.CreatedAt),
        Attempts = record.Attempts,
        NextAttemptAt = Ticks.Of(record.NextAttemptAt),
        Error = record.Error,
    };

    public HostWriteRecord ToRecord() => new()
    {
        ConnectionId = ConnectionId,
        ContactId = ContactId,
        IsCreation = IsCreation,
        Base = FieldValues.FromJson(Base),
        Offered = FieldValues.FromJson(Offered),
        Seen = Seen is null ? null : FieldValues.FromJson(Seen),
        CreatedAt = Ticks.ToInstant(CreatedAt),
        Attempts = Attempts,
        NextAttemptAt = Ticks.ToInstant(NextAttemptAt),
        Error = Error,
    };
}

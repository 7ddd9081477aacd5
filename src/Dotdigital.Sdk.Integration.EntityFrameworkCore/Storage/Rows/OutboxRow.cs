using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class OutboxRow
{
    public required string AccountId { get; init; }

    public required long Sequence { get; init; }

    /// <summary>The event id as 32 hexadecimal digits: one form in every database.</summary>
    public required string EventId { get; init; }

    public required string Kind { get; init; }

    public required string OrderKey { get; init; }

    public required string Payload { get; init; }

    public required long CreatedAt { get; init; }

    public int Attempts { get; init; }

    public long? NextAttemptAt { get; init; }

    public long? SetAsideAt { get; init; }

    public string? Error { get; init; }

    public static void Configure(EntityTypeBuilder<OutboxRow> table)
    {
        table.ToTable("dotdigital_outbox");
        table.HasKey(row => new { row.AccountId, row.Sequence });
        table.HasIndex(row => new { row.AccountId, row.EventId }).IsUnique();
        table.HasIndex(row => new { row.AccountId, row.OrderKey, row.Sequence });
        table.HasIndex(row => new { row.AccountId, row.Sequence }, "IX_dotdigital_outbox_set_aside").HasFilter("set_aside_at IS NOT NULL");
    }

    public static OutboxRow From(string account, OutboxRecord record) => new()
    {
        AccountId = account,
        Sequence = record.Sequence,
        EventId = record.EventId.ToString("N"),
        Kind = record.Kind,
        OrderKey = record.OrderKey,
        Payload = record.Payload,
        CreatedAt = Ticks.Of(record.CreatedAt),
        Attempts = record.Attempts,
        NextAttemptAt = Ticks.Of(record.NextAttemptAt),
        SetAsideAt = Ticks.Of(record.SetAsideAt),
        Error = record.Error,
    };

    public OutboxRecord ToRecord() => new()
    {
        Sequence = Sequence,
        EventId = Guid.ParseExact(EventId, "N"),
        Kind = Kind,
        OrderKey = OrderKey,
        Payload = Payload,
        CreatedAt = Ticks.ToInstant(CreatedAt),
        Attempts = Attempts,
        NextAttemptAt = Ticks.ToInstant(NextAttemptAt),
        SetAsideAt = Ticks.ToInstant(SetAsideAt),
        Error = Error,
    };
}

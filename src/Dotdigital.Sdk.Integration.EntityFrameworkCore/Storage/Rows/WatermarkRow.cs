using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class WatermarkRow
{
    public required string AccountId { get; init; }

    public required string Step { get; init; }

    public required int Scope { get; init; }

    public long? At { get; init; }

    public string? Cursor { get; init; }

    public long? BeganAt { get; init; }

    public static void Configure(EntityTypeBuilder<WatermarkRow> table)
    {
        table.ToTable("dotdigital_watermarks");
        table.HasKey(row => new { row.AccountId, row.Step, row.Scope });
    }

    public static WatermarkRow From(string account, WatermarkRecord record) => new()
    {
        AccountId = account,
        Step = record.Step,
        Scope = record.Scope,
        At = Ticks.Of(record.At),
        Cursor = record.Cursor,
        BeganAt = Ticks.Of(record.BeganAt),
    };

    public WatermarkRecord ToRecord() => new()
    {
        Step = Step,
        Scope = Scope,
        At = Ticks.ToInstant(At),
        Cursor = Cursor,
        BeganAt = Ticks.ToInstant(BeganAt),
    };
}

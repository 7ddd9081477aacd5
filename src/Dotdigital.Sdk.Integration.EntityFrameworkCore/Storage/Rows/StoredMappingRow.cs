using System.Text.Json;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class StoredMappingRow
{
    public required string AccountId { get; init; }

    public required string Entity { get; init; }

    /// <summary>A JSON array: a mapping is always read and written as a whole.</summary>
    public required string Rows { get; init; }

    public int? Priority { get; init; }

    public required long Version { get; init; }

    public required long ChangedAt { get; init; }

    public static void Configure(EntityTypeBuilder<StoredMappingRow> table)
    {
        table.ToTable("dotdigital_mappings");
        table.HasKey(row => new { row.AccountId, row.Entity });
    }

    public static StoredMappingRow From(string account, MappingRecord record) => new()
    {
        AccountId = account,
        Entity = record.Entity,
        Rows = JsonSerializer.Serialize(record.Rows, MappingRowsJson.Default.IReadOnlyListMappingRow),
        Priority = record.Priority,
        Version = record.Version,
        ChangedAt = Ticks.Of(record.ChangedAt),
    };

    public MappingRecord ToRecord() => new()
    {
        Entity = Entity,
        Rows = JsonSerializer.Deserialize(Rows, MappingRowsJson.Default.IReadOnlyListMappingRow) ?? [],
        Priority = Priority,
        Version = Version,
        ChangedAt = Ticks.ToInstant(ChangedAt),
    };
}

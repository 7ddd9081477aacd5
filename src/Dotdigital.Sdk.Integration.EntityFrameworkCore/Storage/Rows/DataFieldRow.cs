using Dotdigital.Sdk.Integration.DataFields;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class DataFieldRow
{
    public required string AccountId { get; init; }

    /// <summary>The name in upper case: names compare ignoring case.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required int Type { get; init; }

    public string? Visibility { get; init; }

    public string? DefaultValue { get; init; }

    public bool IsSystem { get; init; }

    public string? Notes { get; init; }

    public static void Configure(EntityTypeBuilder<DataFieldRow> table)
    {
        table.ToTable("dotdigital_data_fields");
        table.HasKey(row => new { row.AccountId, row.Key });
    }

    public static DataFieldRow From(string account, DataFieldRecord record) => new()
    {
        AccountId = account,
        Key = record.Name.ToUpperInvariant(),
        Name = record.Name,
        Type = (int)record.Type,
        Visibility = record.Visibility,
        DefaultValue = record.DefaultValue,
        IsSystem = record.IsSystem,
        Notes = record.Notes,
    };

    public DataFieldRecord ToRecord() => new()
    {
        Name = Name,
        Type = (DataFieldType)Type,
        Visibility = Visibility,
        DefaultValue = DefaultValue,
        IsSystem = IsSystem,
        Notes = Notes,
    };
}

using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class AddressBookRow
{
    public required string AccountId { get; init; }

    public required int Id { get; init; }

    public required string Name { get; init; }

    public string? Visibility { get; init; }

    public int ContactCount { get; init; }

    public long? DeletedAt { get; init; }

    public long? LastImportedAt { get; init; }

    public long? LastExportedAt { get; init; }

    public string? ExportStatus { get; init; }

    public static void Configure(EntityTypeBuilder<AddressBookRow> table)
    {
        table.ToTable("dotdigital_address_books");
        table.HasKey(row => new { row.AccountId, row.Id });
    }

    public static AddressBookRow From(string account, AddressBookRecord record) => new()
    {
        AccountId = account,
        Id = record.Id,
        Name = record.Name,
        Visibility = record.Visibility,
        ContactCount = record.ContactCount,
        DeletedAt = Ticks.Of(record.DeletedAt),
        LastImportedAt = Ticks.Of(record.LastImportedAt),
        LastExportedAt = Ticks.Of(record.LastExportedAt),
        ExportStatus = record.ExportStatus,
    };

    public AddressBookRecord ToRecord() => new()
    {
        Id = Id,
        Name = Name,
        Visibility = Visibility,
        ContactCount = ContactCount,
        DeletedAt = Ticks.ToInstant(DeletedAt),
        LastImportedAt = Ticks.ToInstant(LastImportedAt),
        LastExportedAt = Ticks.ToInstant(LastExportedAt),
        ExportStatus = ExportStatus,
    };
}

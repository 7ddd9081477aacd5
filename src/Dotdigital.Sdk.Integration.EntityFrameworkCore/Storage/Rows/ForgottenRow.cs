using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class ForgottenRow
{
    public required string AccountId { get; init; }

    public required string Hash { get; init; }

    public required long At { get; init; }

    public string? Pending { get; init; }

    public bool DeleteContact { get; init; }

    public int OptOut { get; init; }

    public static void Configure(EntityTypeBuilder<ForgottenRow> table)
    {
        table.ToTable("dotdigital_forgotten");
        table.HasKey(row => new { row.AccountId, row.Hash });
        table.HasIndex(row => new { row.AccountId, row.Hash }, "IX_dotdigital_forgotten_pending").HasFilter("pending IS NOT NULL");
    }

    public static ForgottenRow From(string account, ForgottenRecord record) => new()
    {
        AccountId = account,
        Hash = record.Hash,
        At = Ticks.Of(record.At),
        Pending = record.Pending?.Value,
        DeleteContact = record.DeleteContact,
        OptOut = (int)record.OptOut,
    };

    public ForgottenRecord ToRecord() => new()
    {
        Hash = Hash,
        At = Ticks.ToInstant(At),
        Pending = Pending is null ? null : EmailAddress.Parse(Pending),
        DeleteContact = DeleteContact,
        OptOut = (ForgottenOptOut)OptOut,
    };
}

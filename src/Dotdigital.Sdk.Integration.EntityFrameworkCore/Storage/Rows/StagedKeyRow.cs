using Dotdigital.Sdk.Integration.Contacts;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class StagedKeyRow
{
    public required string AccountId { get; init; }

    public required int ConnectionId { get; init; }

    public required string ItemId { get; init; }

    public required string Email { get; init; }

    public bool IsOptedOut { get; init; }

    public bool IsDuplicate { get; init; }

    public static void Configure(EntityTypeBuilder<StagedKeyRow> table)
    {
        table.ToTable("dotdigital_staged_keys");
        table.HasKey(row => new { row.AccountId, row.ConnectionId, row.ItemId });
        table.HasIndex(row => new { row.AccountId, row.ConnectionId, row.Email, row.ItemId }, "IX_dotdigital_staged_keys_email");
    }

    public static StagedKeyRow From(string account, int connectionId, StagedKey key) => new()
    {
        AccountId = account,
        ConnectionId = connectionId,
        ItemId = key.ItemId,
        Email = key.Email.Value,
        IsOptedOut = key.IsOptedOut,
    };

    public StagedKey ToRecord() => new(ItemId, EmailAddress.Parse(Email), IsOptedOut);
}

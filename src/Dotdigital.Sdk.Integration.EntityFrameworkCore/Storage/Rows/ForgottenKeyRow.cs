using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

/// <summary>The key of an account's hashes of forgotten addresses; never changed.</summary>
internal sealed class ForgottenKeyRow
{
    public required string AccountId { get; init; }

    public required string Value { get; init; }

    public static void Configure(EntityTypeBuilder<ForgottenKeyRow> table)
    {
        table.ToTable("dotdigital_forgotten_keys");
        table.HasKey(row => row.AccountId);
    }
}

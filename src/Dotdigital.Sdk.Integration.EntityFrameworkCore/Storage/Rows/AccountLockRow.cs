using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

/// <summary>Who may run an account. The row stays when the lock is given back, so that the fence only rises.</summary>
internal sealed class AccountLockRow
{
    public required string AccountId { get; init; }

    /// <summary>Null when nobody holds it.</summary>
    public string? Owner { get; init; }

    public required long Fence { get; init; }

    /// <summary>Milliseconds since 1970 by the database's clock.</summary>
    public required long LapsesAt { get; init; }

    public static void Configure(EntityTypeBuilder<AccountLockRow> table)
    {
        table.ToTable("dotdigital_account_locks");
        table.HasKey(row => row.AccountId);
    }
}

using Dotdigital.Sdk.Integration.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

/// <summary>A tracked change. The log is the process's, not an account's: an entity may be in lists of several accounts.</summary>
internal sealed class FieldChangeRow
{
    /// <summary>Given by the database.</summary>
    public long Sequence { get; init; }

    public required string RootEntity { get; init; }

    public required string Path { get; init; }

    public required string Key { get; init; }

    /// <summary>The only account that it counts for; null for all.</summary>
    public string? OnlyAccount { get; init; }

    public static void Configure(EntityTypeBuilder<FieldChangeRow> table)
    {
        table.ToTable("dotdigital_field_changes");
        table.HasKey(row => row.Sequence);
        table.Property(row => row.Sequence).ValueGeneratedOnAdd();
    }

    public static FieldChangeRow From(FieldChange change) => new()
    {
        RootEntity = change.RootEntity, Path = change.Path, Key = change.Key, OnlyAccount = change.Account,
    };

    public FieldChange ToRecord() => new(Sequence, RootEntity, Path, Key) { Account = OnlyAccount };
}

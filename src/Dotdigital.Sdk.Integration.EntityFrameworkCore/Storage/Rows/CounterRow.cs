using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

/// <summary>The last number given of a series of an account; never lowered, so that no number is given twice.</summary>
internal sealed class CounterRow
{
    public required string AccountId { get; init; }

    public required string Name { get; init; }

    public required long Last { get; init; }

    public static void Configure(EntityTypeBuilder<CounterRow> table)
    {
        table.ToTable("dotdigital_counters");
        table.HasKey(row => new { row.AccountId, row.Name });
        table.HasIndex(row => row.Name);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class JobRequestRow
{
    public required string AccountId { get; init; }

    public required string Job { get; init; }

    public static void Configure(EntityTypeBuilder<JobRequestRow> table)
    {
        table.ToTable("dotdigital_job_requests");
        table.HasKey(row => new { row.AccountId, row.Job });
    }
}

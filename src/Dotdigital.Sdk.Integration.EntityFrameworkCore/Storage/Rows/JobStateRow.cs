using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class JobStateRow
{
    public required string AccountId { get; init; }

    public required string Job { get; init; }

    public long? LastSuccessAt { get; init; }

    public long? LastFailureAt { get; init; }

    public long? FailingSince { get; init; }

    public int Failures { get; init; }

    public string? LastErrorCode { get; init; }

    public string? LastError { get; init; }

    public long? NextTryAt { get; init; }

    public static void Configure(EntityTypeBuilder<JobStateRow> table)
    {
        table.ToTable("dotdigital_job_states");
        table.HasKey(row => new { row.AccountId, row.Job });
    }

    public static JobStateRow From(string account, JobStateRecord record) => new()
    {
        AccountId = account,
        Job = record.Job,
        LastSuccessAt = Ticks.Of(record.LastSuccessAt),
        LastFailureAt = Ticks.Of(record.LastFailureAt),
        FailingSince = Ticks.Of(record.FailingSince),
        Failures = record.Failures,
        LastErrorCode = record.LastErrorCode,
        LastError = record.LastError,
        NextTryAt = Ticks.Of(record.NextTryAt),
    };

    public JobStateRecord ToRecord() => new()
    {
        Job = Job,
        LastSuccessAt = Ticks.ToInstant(LastSuccessAt),
        LastFailureAt = Ticks.ToInstant(LastFailureAt),
        FailingSince = Ticks.ToInstant(FailingSince),
        Failures = Failures,
        LastErrorCode = LastErrorCode,
        LastError = LastError,
        NextTryAt = Ticks.ToInstant(NextTryAt),
    };
}

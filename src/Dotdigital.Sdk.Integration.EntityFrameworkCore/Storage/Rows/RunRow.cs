using Dotdigital.Sdk.Integration.Diagnostics;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class RunRow
{
    public required string AccountId { get; init; }

    public required long Id { get; init; }

    public required string Job { get; init; }

    public required int State { get; init; }

    public required string Process { get; init; }

    public required long StartedAt { get; init; }

    public required long SeenAt { get; init; }

    public long? EndedAt { get; init; }

    public string? Error { get; init; }

    /// <summary>JSON.</summary>
    public required string Details { get; init; }

    public static void Configure(EntityTypeBuilder<RunRow> table)
    {
        table.ToTable("dotdigital_runs");
        table.HasKey(row => new { row.AccountId, row.Id });
    }

    public static RunRow From(string account, RunRecord record) => new()
    {
        AccountId = account,
        Id = record.Id,
        Job = record.Job,
        State = (int)record.State,
        Process = record.Process,
        StartedAt = Ticks.Of(record.StartedAt),
        SeenAt = Ticks.Of(record.SeenAt),
        EndedAt = Ticks.Of(record.EndedAt),
        Error = record.Error,
        Details = record.Details,
    };

    public RunRecord ToRecord() => new()
    {
        Id = Id,
        Job = Job,
        State = (SyncRunState)State,
        Process = Process,
        StartedAt = Ticks.ToInstant(StartedAt),
        SeenAt = Ticks.ToInstant(SeenAt),
        EndedAt = Ticks.ToInstant(EndedAt),
        Error = Error,
        Details = Details,
    };
}

using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class BatchRow
{
    public required string AccountId { get; init; }

    public required long Id { get; init; }

    public required int Kind { get; init; }

    public required int ConnectionId { get; init; }

    public required int AddressBookId { get; init; }

    public required int State { get; init; }

    public string? ImportId { get; init; }

    public required int MemberCount { get; init; }

    public required long CreatedAt { get; init; }

    public long? SentAt { get; init; }

    public long? SettledAt { get; init; }

    public long? NextPollAt { get; init; }

    public int Polls { get; init; }

    public int PollErrors { get; init; }

    public int FaultsErrors { get; init; }

    public string? Outcome { get; init; }

    public string? Error { get; init; }

    public string? Report { get; init; }

    public static void Configure(EntityTypeBuilder<BatchRow> table)
    {
        table.ToTable("dotdigital_batches");
        table.HasKey(row => new { row.AccountId, row.Id });
        table.HasIndex(row => new { row.AccountId, row.State, row.Id });
    }

    public static BatchRow From(string account, BatchRecord record) => new()
    {
        AccountId = account,
        Id = record.Id,
        Kind = (int)record.Kind,
        ConnectionId = record.ConnectionId,
        AddressBookId = record.AddressBookId,
        State = (int)record.State,
        ImportId = record.ImportId,
        MemberCount = record.MemberCount,
        CreatedAt = Ticks.Of(record.CreatedAt),
        SentAt = Ticks.Of(record.SentAt),
        SettledAt = Ticks.Of(record.SettledAt),
        NextPollAt = Ticks.Of(record.NextPollAt),
        Polls = record.Polls,
        PollErrors = record.PollErrors,
        FaultsErrors = record.FaultsErrors,
        Outcome = record.Outcome,
        Error = record.Error,
        Report = record.Report,
    };

    public BatchRecord ToRecord() => new()
    {
        Id = Id,
        Kind = (BatchKind)Kind,
        ConnectionId = ConnectionId,
        AddressBookId = AddressBookId,
        State = (BatchState)State,
        ImportId = ImportId,
        MemberCount = MemberCount,
        CreatedAt = Ticks.ToInstant(CreatedAt),
        SentAt = Ticks.ToInstant(SentAt),
        SettledAt = Ticks.ToInstant(SettledAt),
        NextPollAt = Ticks.ToInstant(NextPollAt),
        Polls = Polls,
        PollErrors = PollErrors,
        FaultsErrors = FaultsErrors,
        Outcome = Outcome,
        Error = Error,
        Report = Report,
    };
}

using System.Text.Json;
using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class CampaignRow
{
    public required string AccountId { get; init; }

    public required int Id { get; init; }

    public required string Name { get; init; }

    public string? Subject { get; init; }

    public string? FromName { get; init; }

    public string? FromAddress { get; init; }

    public string? ReplyAction { get; init; }

    public string? ReplyToAddress { get; init; }

    public bool IsSplitTest { get; init; }

    public string? Status { get; init; }

    public long? SentAt { get; init; }

    /// <summary>A JSON array of numbers.</summary>
    public required string AddressBookIds { get; init; }

    public long? DeletedAt { get; init; }

    public bool IsAnnounced { get; init; }

    public string? Summary { get; init; }

    public static void Configure(EntityTypeBuilder<CampaignRow> table)
    {
        table.ToTable("dotdigital_campaigns");
        table.HasKey(row => new { row.AccountId, row.Id });
    }

    public static CampaignRow From(string account, CampaignRecord record) => new()
    {
        AccountId = account,
        Id = record.Id,
        Name = record.Name,
        Subject = record.Subject,
        FromName = record.FromName,
        FromAddress = record.FromAddress,
        ReplyAction = record.ReplyAction,
        ReplyToAddress = record.ReplyToAddress,
        IsSplitTest = record.IsSplitTest,
        Status = record.Status,
        SentAt = Ticks.Of(record.SentAt),
        AddressBookIds = JsonSerializer.Serialize(record.AddressBookIds),
        DeletedAt = Ticks.Of(record.DeletedAt),
        IsAnnounced = record.IsAnnounced,
        Summary = record.Summary,
    };

    public CampaignRecord ToRecord() => new()
    {
        Id = Id,
        Name = Name,
        Subject = Subject,
        FromName = FromName,
        FromAddress = FromAddress,
        ReplyAction = ReplyAction,
        ReplyToAddress = ReplyToAddress,
        IsSplitTest = IsSplitTest,
        Status = Status,
        SentAt = Ticks.ToInstant(SentAt),
        AddressBookIds = JsonSerializer.Deserialize<int[]>(AddressBookIds) ?? [],
        DeletedAt = Ticks.ToInstant(DeletedAt),
        IsAnnounced = IsAnnounced,
        Summary = Summary,
    };
}

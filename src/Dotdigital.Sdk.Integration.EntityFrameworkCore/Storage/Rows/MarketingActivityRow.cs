using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class MarketingActivityRow
{
    public required string AccountId { get; init; }

    public required int CampaignId { get; init; }

    public required long RemoteContactId { get; init; }

    public required int Kind { get; init; }

    public required long At { get; init; }

    public required string Url { get; init; }

    public required int Ordinal { get; init; }

    public int? ConnectionId { get; init; }

    public string? ItemId { get; init; }

    /// <summary>The place in the order of storing, or of the item's becoming known: what delivery to the host goes by.</summary>
    public required long Sequence { get; init; }

    public static void Configure(EntityTypeBuilder<MarketingActivityRow> table)
    {
        table.ToTable("dotdigital_marketing_activities");
        table.HasKey(row => new { row.AccountId, row.CampaignId, row.RemoteContactId, row.Kind, row.At, row.Url, row.Ordinal });
        table.HasIndex(row => new { row.AccountId, row.Sequence }, "IX_dotdigital_marketing_activities_sequence");
    }

    public static MarketingActivityRow From(string account, MarketingActivityRecord record, long sequence) => new()
    {
        AccountId = account,
        CampaignId = record.CampaignId,
        RemoteContactId = record.RemoteContactId,
        Kind = (int)record.Kind,
        At = Ticks.Of(record.At),
        Url = record.Url,
        Ordinal = record.Ordinal,
        ConnectionId = record.ConnectionId,
        ItemId = record.ItemId,
        Sequence = sequence,
    };

    public MarketingActivityRecord ToRecord() => new()
    {
        CampaignId = CampaignId,
        RemoteContactId = RemoteContactId,
        Kind = (MarketingActivityKind)Kind,
        At = Ticks.ToInstant(At),
        Url = Url,
        Ordinal = Ordinal,
        ConnectionId = ConnectionId,
        ItemId = ItemId,
    };
}

using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class CampaignMergeRow
{
    public required string AccountId { get; init; }

    public required string FromId { get; init; }

    public required string IntoId { get; init; }

    public required long At { get; init; }

    public static void Configure(EntityTypeBuilder<CampaignMergeRow> table)
    {
        table.ToTable("dotdigital_campaign_merges");
        table.HasKey(row => new { row.AccountId, row.FromId });
    }

    public static CampaignMergeRow From(string account, CampaignMergeRecord record) => new()
    {
        AccountId = account,
        FromId = record.FromId,
        IntoId = record.IntoId,
        At = Ticks.Of(record.At),
    };

    public CampaignMergeRecord ToRecord() => new() { FromId = FromId, IntoId = IntoId, At = Ticks.ToInstant(At) };
}

using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class CampaignLinkRow
{
    public required string AccountId { get; init; }

    public required int CampaignId { get; init; }

    public string? EmailCampaignId { get; init; }

    public string? MarketingCampaignId { get; init; }

    public required long AnsweredAt { get; init; }

    public static void Configure(EntityTypeBuilder<CampaignLinkRow> table)
    {
        table.ToTable("dotdigital_campaign_links");
        table.HasKey(row => new { row.AccountId, row.CampaignId });
    }

    public static CampaignLinkRow From(string account, CampaignLinkRecord record) => new()
    {
        AccountId = account,
        CampaignId = record.CampaignId,
        EmailCampaignId = record.EmailCampaignId,
        MarketingCampaignId = record.MarketingCampaignId,
        AnsweredAt = Ticks.Of(record.AnsweredAt),
    };

    public CampaignLinkRecord ToRecord() => new()
    {
        CampaignId = CampaignId,
        EmailCampaignId = EmailCampaignId,
        MarketingCampaignId = MarketingCampaignId,
        AnsweredAt = Ticks.ToInstant(AnsweredAt),
    };
}

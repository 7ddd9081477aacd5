using Dotdigital.Sdk.Integration.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Storage.Rows;

internal sealed class ActivityRow
{
    public required string AccountId { get; init; }

    public required int CampaignId { get; init; }

    public required long RemoteContactId { get; init; }

    public long? ContactId { get; init; }

    public string? ItemId { get; init; }

    public int? ConnectionId { get; init; }

    public long? SentAt { get; init; }

    public int Opens { get; init; }

    public int Clicks { get; init; }

    public int PageViews { get; init; }

    public int Replies { get; init; }

    public int Forwards { get; init; }

    public int SocialViews { get; init; }

    public long? FirstOpenedAt { get; init; }

    public long? LastOpenedAt { get; init; }

    public bool IsUnsubscribed { get; init; }

    public bool IsSoftBounced { get; init; }

    public bool IsHardBounced { get; init; }

    public static void Configure(EntityTypeBuilder<ActivityRow> table)
    {
        table.ToTable("dotdigital_activities");
        table.HasKey(row => new { row.AccountId, row.CampaignId, row.RemoteContactId });
        table.HasIndex(row => new { row.AccountId, row.CampaignId, row.RemoteContactId }, "IX_dotdigital_activities_parked").HasFilter("contact_id IS NULL");
    }

    public static ActivityRow From(string account, ActivityRecord record) => new()
    {
        AccountId = account,
        CampaignId = record.CampaignId,
        RemoteContactId = record.RemoteContactId,
        ContactId = record.ContactId,
        ItemId = record.ItemId,
        ConnectionId = record.ConnectionId,
        SentAt = Ticks.Of(record.SentAt),
        Opens = record.Opens,
        Clicks = record.Clicks,
        PageViews = record.PageViews,
        Replies = record.Replies,
        Forwards = record.Forwards,
        SocialViews = record.SocialViews,
        FirstOpenedAt = Ticks.Of(record.FirstOpenedAt),
        LastOpenedAt = Ticks.Of(record.LastOpenedAt),
        IsUnsubscribed = record.IsUnsubscribed,
        IsSoftBounced = record.IsSoftBounced,
        IsHardBounced = record.IsHardBounced,
    };

    public ActivityRecord ToRecord() => new()
    {
        CampaignId = CampaignId,
        RemoteContactId = RemoteContactId,
        ContactId = ContactId,
        ItemId = ItemId,
        ConnectionId = ConnectionId,
        SentAt = Ticks.ToInstant(SentAt),
        Opens = Opens,
        Clicks = Clicks,
        PageViews = PageViews,
        Replies = Replies,
        Forwards = Forwards,
        SocialViews = SocialViews,
        FirstOpenedAt = Ticks.ToInstant(FirstOpenedAt),
        LastOpenedAt = Ticks.ToInstant(LastOpenedAt),
        IsUnsubscribed = IsUnsubscribed,
        IsSoftBounced = IsSoftBounced,
        IsHardBounced = IsHardBounced,
    };
}

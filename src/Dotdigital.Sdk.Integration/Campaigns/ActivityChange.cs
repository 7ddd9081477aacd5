using Dotdigital.Sdk.Campaigns;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>What one row of a campaign's activity changes (rule IM-9).</summary>
/// <param name="Record">The activity to store.</param>
/// <param name="Marketing">What newly appeared: for a new row the sending and the flags set, for a changed one the flags newly set.</param>
/// <param name="IsChanged">Whether the record differs from the stored one.</param>
/// <param name="IsItemFound">Whether a stored row found its item only now, so that its marketing activities lack it.</param>
internal sealed record ActivityChange(ActivityRecord Record, IReadOnlyList<MarketingActivityRecord> Marketing, bool IsChanged, bool IsItemFound)
{
    /// <summary>Decides one row.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="row">The row as read.</param>
    /// <param name="stored">The stored activity; null for a new row.</param>
    /// <param name="link">Whom it counts for, when known.</param>
    /// <param name="sentAt">When the campaign was sent: for rows that do not say.</param>
    public static ActivityChange Decide(int campaignId, CampaignActivity row, ActivityRecord? stored, ItemLink? link, DateTimeOffset sentAt)
    {
        var record = (stored ?? new ActivityRecord { CampaignId = campaignId, RemoteContactId = row.ContactId }) with
        {
            ContactId = link?.ContactId ?? stored?.ContactId,
            SentAt = row.DateSent.ToSecond() ?? stored?.SentAt,
            Opens = row.NumOpens,
            Clicks = row.NumClicks,
            PageViews = row.NumPageViews,
            Replies = row.NumReplies,
            Forwards = row.NumForwards + row.NumEstimatedForwards,
            FirstOpenedAt = row.DateFirstOpened.ToSecond() ?? stored?.FirstOpenedAt,
            LastOpenedAt = row.DateLastOpened.ToSecond() ?? stored?.LastOpenedAt,
            IsUnsubscribed = row.Unsubscribed,
            IsSoftBounced = row.SoftBounced,
            IsHardBounced = row.HardBounced,
        };
        var isItemFound = record.ItemId is null && link?.ItemId is not null;
        if (isItemFound)
        {
            record = record with { ConnectionId = link!.Value.ConnectionId, ItemId = link.Value.ItemId };
        }

        return new ActivityChange(record, FindNew(record, stored, sentAt), !record.Equals(stored), isItemFound && stored is not null);
    }

    private static List<MarketingActivityRecord> FindNew(ActivityRecord record, ActivityRecord? stored, DateTimeOffset sentAt)
    {
        var found = new List<MarketingActivityRecord>(1);
        AddIf(stored is null, MarketingActivityKind.Send);
        AddIf(record.IsSoftBounced && stored is not { IsSoftBounced: true }, MarketingActivityKind.SoftBounce);
        AddIf(record.IsHardBounced && stored is not { IsHardBounced: true }, MarketingActivityKind.HardBounce);
        AddIf(record.IsUnsubscribed && stored is not { IsUnsubscribed: true }, MarketingActivityKind.Unsubscribe);
        return found;

        void AddIf(bool isNew, MarketingActivityKind kind)
        {
            if (isNew)
            {
                found.Add(new MarketingActivityRecord
                {
                    CampaignId = record.CampaignId,
                    RemoteContactId = record.RemoteContactId,
                    Kind = kind,
                    At = record.SentAt ?? sentAt.ToSecond(),
                    ConnectionId = record.ConnectionId,
                    ItemId = record.ItemId,
                });
            }
        }
    }
}

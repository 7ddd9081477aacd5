using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>Log messages about campaigns and their activity, 2100 to 2199.</summary>
internal static partial class CampaignsLog
{
    [LoggerMessage(2100, LogLevel.Debug, "Campaigns of account {Account}: {Read} read in {Books} address books, {Added} new, {Updated} changed, {Removed} gone, {Announced} first seen sent")]
    public static partial void CampaignsImported(this ILogger logger, string account, int read, int books, int added, int updated, int removed, int announced);

    [LoggerMessage(2101, LogLevel.Warning, "The campaigns of address book {AddressBookId} of account {Account} could not be read; no campaign was taken as gone")]
    public static partial void BookFailed(this ILogger logger, Exception failure, string account, int addressBookId);

    [LoggerMessage(2110, LogLevel.Debug, "Account {Account} has {Selected} campaigns to read activity of, out of {Known}")]
    public static partial void ActiveFound(this ILogger logger, string account, int selected, int known);

    [LoggerMessage(2120, LogLevel.Debug, "Activity of account {Account}: {Campaigns} campaigns, {Read} rows read, {Added} new, {Updated} changed, {Unparked} found their contact, {Linked} found their item, {SetAside} without contact or date")]
    public static partial void ActivitiesImported(this ILogger logger, string account, int campaigns, long read, long added, long updated, long unparked, long linked, long setAside);

    [LoggerMessage(2121, LogLevel.Warning, "The activity of campaign {CampaignId} of account {Account} could not be read; it is tried again in the next run")]
    public static partial void ActivityFailed(this ILogger logger, Exception failure, string account, int campaignId);

    [LoggerMessage(2122, LogLevel.Debug, "Campaign {CampaignId} of account {Account}: activity since {Since} read, {Rows} rows")]
    public static partial void ActivityRead(this ILogger logger, string account, int campaignId, DateTimeOffset? since, long rows);

    [LoggerMessage(2123, LogLevel.Debug, "Campaign {CampaignId} of account {Account}: {Rows} rows of its activity since {Since} read in this slice; a later run goes on behind them")]
    public static partial void ActivityCut(this ILogger logger, string account, int campaignId, DateTimeOffset? since, long rows);

    [LoggerMessage(2130, LogLevel.Debug, "Summaries of account {Account}: {Read} read, {Updated} changed, {Failed} failed")]
    public static partial void SummariesImported(this ILogger logger, string account, int read, int updated, int failed);

    [LoggerMessage(2131, LogLevel.Warning, "The summary of campaign {CampaignId} of account {Account} could not be read; it is tried again in the next run")]
    public static partial void SummaryFailed(this ILogger logger, Exception failure, string account, int campaignId);
}

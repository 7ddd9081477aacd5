using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Campaigns;

internal sealed partial class CampaignsApi
{
    private static readonly ApiOperation GetActivity = ApiOperation.Get("Campaigns.GetActivity", "/v2/campaigns/{campaignId}/activities/{contactId}");
    private static readonly ApiOperation GetContactOpens = ApiOperation.Get("Campaigns.GetContactOpens", "/v2/campaigns/{campaignId}/activities/{contactId}/opens");
    private static readonly ApiOperation GetContactClicks = ApiOperation.Get("Campaigns.GetContactClicks", "/v2/campaigns/{campaignId}/activities/{contactId}/clicks");
    private static readonly ApiOperation GetGroupedClicks = ApiOperation.Get("Campaigns.GetGroupedClicks", "/v2/campaigns/{campaignId}/clicks-with-groups");
    private static readonly ApiOperation GetGroupedClicksSince =
        ApiOperation.Get("Campaigns.GetGroupedClicksSince", "/v2/campaigns/{campaignId}/clicks-with-groups/since-date/{date}");
    private static readonly ApiOperation GetContactGroupedClicks =
        ApiOperation.Get("Campaigns.GetContactGroupedClicks", "/v2/campaigns/{campaignId}/activities/{contactId}/clicks-with-groups");
    private static readonly ApiOperation GetPageViewsSince = ApiOperation.Get("Campaigns.GetPageViewsSince", "/v2/campaigns/{campaignId}/page-views/since-date/{date}");
    private static readonly ApiOperation GetContactPageViews = ApiOperation.Get("Campaigns.GetContactPageViews", "/v2/campaigns/{campaignId}/activities/{contactId}/page-views");
    private static readonly ApiOperation GetContactReplies = ApiOperation.Get("Campaigns.GetContactReplies", "/v2/campaigns/{campaignId}/activities/{contactId}/replies");
    private static readonly ApiOperation GetSocialBookmarkViews = ApiOperation.Get("Campaigns.GetSocialBookmarkViews", "/v2/campaigns/{campaignId}/social-bookmark-views");
    private static readonly ApiOperation GetContactSocialBookmarkViews =
        ApiOperation.Get("Campaigns.GetContactSocialBookmarkViews", "/v2/campaigns/{campaignId}/activities/{contactId}/social-bookmark-views");
    private static readonly ApiOperation GetRoiDetailsSince = ApiOperation.Get("Campaigns.GetRoiDetailsSince", "/v2/campaigns/{campaignId}/roi-details/since-date/{date}");
    private static readonly ApiOperation GetContactRoiDetails = ApiOperation.Get("Campaigns.GetContactRoiDetails", "/v2/campaigns/{campaignId}/activities/{contactId}/roi-details");
    private static readonly ApiOperation GetHardBouncingContacts = ApiOperation.Get("Campaigns.GetHardBouncingContacts", "/v2/campaigns/{campaignId}/hard-bouncing-contacts");
    private static readonly ApiOperation GetRevenueSince = ApiOperation.Get("Campaigns.GetRevenueSince", "/v2/campaigns/{campaignId}/revenue/since-date/{date}");
    private static readonly ApiOperation GetContactRevenue = ApiOperation.Get("Campaigns.GetContactRevenue", "/v2/campaigns/{campaignId}/activities/{contactId}/revenue");
    private static readonly ApiOperation GetMetrics = ApiOperation.Get("Campaigns.GetMetrics", "/v2/campaigns/metrics");

    public Task<CampaignActivity> GetActivityAsync(int campaignId, long contactId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetActivity.With(campaignId, contactId), SdkJson.Default.CampaignActivity, cancellationToken);

    public IAsyncEnumerable<CampaignOpen> GetContactOpensAsync(int campaignId, long contactId, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetContactOpensPageAsync(campaignId, contactId, skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignOpen>> GetContactOpensPageAsync(int campaignId, long contactId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetContactOpens.With(campaignId, contactId), skip, take, SdkJson.Default.ListCampaignOpen, cancellationToken);

    public IAsyncEnumerable<CampaignClick> GetContactClicksAsync(int campaignId, long contactId, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetContactClicksPageAsync(campaignId, contactId, skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignClick>> GetContactClicksPageAsync(int campaignId, long contactId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetContactClicks.With(campaignId, contactId), skip, take, SdkJson.Default.ListCampaignClick, cancellationToken);

    public IAsyncEnumerable<CampaignGroupedClick> GetGroupedClicksAsync(int campaignId, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetGroupedClicksPageAsync(campaignId, skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignGroupedClick>> GetGroupedClicksPageAsync(int campaignId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetGroupedClicks.With(campaignId), skip, take, SdkJson.Default.ListCampaignGroupedClick, cancellationToken);

    public IAsyncEnumerable<CampaignGroupedClick> GetGroupedClicksSinceAsync(int campaignId, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetGroupedClicksSincePageAsync(campaignId, since, skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignGroupedClick>> GetGroupedClicksSincePageAsync(int campaignId, DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetGroupedClicksSince.With(campaignId, since), skip, take, SdkJson.Default.ListCampaignGroupedClick, cancellationToken);

    public IAsyncEnumerable<CampaignGroupedClick> GetContactGroupedClicksAsync(int campaignId, long contactId, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetContactGroupedClicksPageAsync(campaignId, contactId, skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignGroupedClick>> GetContactGroupedClicksPageAsync(int campaignId, long contactId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetContactGroupedClicks.With(campaignId, contactId), skip, take, SdkJson.Default.ListCampaignGroupedClick, cancellationToken);

    public IAsyncEnumerable<CampaignPageView> GetPageViewsSinceAsync(int campaignId, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetPageViewsSincePageAsync(campaignId, since, skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignPageView>> GetPageViewsSincePageAsync(int campaignId, DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetPageViewsSince.With(campaignId, since), skip, take, SdkJson.Default.ListCampaignPageView, cancellationToken);

    public IAsyncEnumerable<CampaignPageView> GetContactPageViewsAsync(int campaignId, long contactId, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetContactPageViewsPageAsync(campaignId, contactId, skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignPageView>> GetContactPageViewsPageAsync(int campaignId, long contactId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetContactPageViews.With(campaignId, contactId), skip, take, SdkJson.Default.ListCampaignPageView, cancellationToken);

    public IAsyncEnumerable<CampaignReply> GetContactRepliesAsync(int campaignId, long contactId, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetContactRepliesPageAsync(campaignId, contactId, skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignReply>> GetContactRepliesPageAsync(int campaignId, long contactId, int skip = 0, int take = 5, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(take, 5);
        return pipeline.ReadPageAsync(GetContactReplies.With(campaignId, contactId), skip, take, SdkJson.Default.ListCampaignReply, cancellationToken);
    }

    public IAsyncEnumerable<CampaignSocialBookmarkView> GetSocialBookmarkViewsAsync(int campaignId, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetSocialBookmarkViewsPageAsync(campaignId, skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignSocialBookmarkView>> GetSocialBookmarkViewsPageAsync(int campaignId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetSocialBookmarkViews.With(campaignId), skip, take, SdkJson.Default.ListCampaignSocialBookmarkView, cancellationToken);

    public IAsyncEnumerable<CampaignSocialBookmarkView> GetContactSocialBookmarkViewsAsync(int campaignId, long contactId, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetContactSocialBookmarkViewsPageAsync(campaignId, contactId, skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignSocialBookmarkView>> GetContactSocialBookmarkViewsPageAsync(int campaignId, long contactId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetContactSocialBookmarkViews.With(campaignId, contactId), skip, take, SdkJson.Default.ListCampaignSocialBookmarkView, cancellationToken);

    public IAsyncEnumerable<CampaignRoiDetail> GetRoiDetailsSinceAsync(int campaignId, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetRoiDetailsSincePageAsync(campaignId, since, skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignRoiDetail>> GetRoiDetailsSincePageAsync(int campaignId, DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetRoiDetailsSince.With(campaignId, since), skip, take, SdkJson.Default.ListCampaignRoiDetail, cancellationToken);

    public IAsyncEnumerable<CampaignRoiDetail> GetContactRoiDetailsAsync(int campaignId, long contactId, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetContactRoiDetailsPageAsync(campaignId, contactId, skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignRoiDetail>> GetContactRoiDetailsPageAsync(int campaignId, long contactId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetContactRoiDetails.With(campaignId, contactId), skip, take, SdkJson.Default.ListCampaignRoiDetail, cancellationToken);

    public IAsyncEnumerable<Contact> GetHardBouncingContactsAsync(int campaignId, bool withFullData, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetHardBouncingContactsPageAsync(campaignId, withFullData, skip, cancellationToken: token), cancellationToken);

    public Task<Page<Contact>> GetHardBouncingContactsPageAsync(int campaignId, bool withFullData, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetHardBouncingContacts.With(campaignId).Query("withFullData", withFullData), skip, take, SdkJson.Default.ListContact, cancellationToken);

    public Task<CampaignRevenue> GetRevenueSinceAsync(int campaignId, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetRevenueSince.With(campaignId, since), SdkJson.Default.CampaignRevenue, cancellationToken);

    public Task<CampaignRevenue> GetContactRevenueAsync(int campaignId, long contactId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetContactRevenue.With(campaignId, contactId), SdkJson.Default.CampaignRevenue, cancellationToken);

    public IAsyncEnumerable<CampaignMetrics> GetMetricsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetMetricsPageAsync(from, to, skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignMetrics>> GetMetricsPageAsync(DateTimeOffset from, DateTimeOffset to, int skip = 0, int take = 1000, CancellationToken cancellationToken = default)
    {
        Check.Period(from, to);
        return pipeline.ReadPageAsync(GetMetrics.With().Query("startDate", from).Query("endDate", to), skip, take, SdkJson.Default.ListCampaignMetrics, cancellationToken);
    }
}

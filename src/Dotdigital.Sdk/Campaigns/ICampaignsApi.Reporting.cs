using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Campaigns;

public partial interface ICampaignsApi
{
    /// <summary>One contact's activity in a campaign (<c>GET /v2/campaigns/{campaignId}/activities/{contactId}</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<CampaignActivity> GetActivityAsync(int campaignId, long contactId, CancellationToken cancellationToken = default);

    /// <summary>One contact's opens of a campaign, page by page (<c>GET /v2/campaigns/{campaignId}/activities/{contactId}/opens</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignOpen> GetContactOpensAsync(int campaignId, long contactId, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetContactOpensAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignOpen>> GetContactOpensPageAsync(int campaignId, long contactId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>One contact's clicks in a campaign, page by page (<c>GET /v2/campaigns/{campaignId}/activities/{contactId}/clicks</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignClick> GetContactClicksAsync(int campaignId, long contactId, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetContactClicksAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignClick>> GetContactClicksPageAsync(int campaignId, long contactId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>A campaign's clicks with their link groups, from the beginning, page by page (<c>GET /v2/campaigns/{campaignId}/clicks-with-groups</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignGroupedClick> GetGroupedClicksAsync(int campaignId, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetGroupedClicksAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignGroupedClick>> GetGroupedClicksPageAsync(int campaignId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>A campaign's clicks with their link groups since an instant, page by page (<c>GET /v2/campaigns/{campaignId}/clicks-with-groups/since-date/{date}</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignGroupedClick> GetGroupedClicksSinceAsync(int campaignId, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetGroupedClicksSinceAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignGroupedClick>> GetGroupedClicksSincePageAsync(int campaignId, DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>One contact's clicks in a campaign with their link groups, page by page (<c>GET /v2/campaigns/{campaignId}/activities/{contactId}/clicks-with-groups</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignGroupedClick> GetContactGroupedClicksAsync(int campaignId, long contactId, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetContactGroupedClicksAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignGroupedClick>> GetContactGroupedClicksPageAsync(int campaignId, long contactId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>Pages viewed after a campaign since an instant, page by page (<c>GET /v2/campaigns/{campaignId}/page-views/since-date/{date}</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignPageView> GetPageViewsSinceAsync(int campaignId, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetPageViewsSinceAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignPageView>> GetPageViewsSincePageAsync(int campaignId, DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>Pages one contact viewed after a campaign, page by page (<c>GET /v2/campaigns/{campaignId}/activities/{contactId}/page-views</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignPageView> GetContactPageViewsAsync(int campaignId, long contactId, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetContactPageViewsAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignPageView>> GetContactPageViewsPageAsync(int campaignId, long contactId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>One contact's replies to a campaign, page by page (<c>GET /v2/campaigns/{campaignId}/activities/{contactId}/replies</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignReply> GetContactRepliesAsync(int campaignId, long contactId, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetContactRepliesAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, at most 5.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignReply>> GetContactRepliesPageAsync(int campaignId, long contactId, int skip = 0, int take = 5, CancellationToken cancellationToken = default);

    /// <summary>Views of a campaign where contacts shared it, page by page (<c>GET /v2/campaigns/{campaignId}/social-bookmark-views</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignSocialBookmarkView> GetSocialBookmarkViewsAsync(int campaignId, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetSocialBookmarkViewsAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignSocialBookmarkView>> GetSocialBookmarkViewsPageAsync(int campaignId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>Views of a campaign where one contact shared it, page by page (<c>GET /v2/campaigns/{campaignId}/activities/{contactId}/social-bookmark-views</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignSocialBookmarkView> GetContactSocialBookmarkViewsAsync(int campaignId, long contactId, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetContactSocialBookmarkViewsAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignSocialBookmarkView>> GetContactSocialBookmarkViewsPageAsync(int campaignId, long contactId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>Values recorded by tracking markers after a campaign since an instant, page by page (<c>GET /v2/campaigns/{campaignId}/roi-details/since-date/{date}</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignRoiDetail> GetRoiDetailsSinceAsync(int campaignId, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetRoiDetailsSinceAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignRoiDetail>> GetRoiDetailsSincePageAsync(int campaignId, DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>Values recorded by tracking markers for one contact after a campaign, page by page (<c>GET /v2/campaigns/{campaignId}/activities/{contactId}/roi-details</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignRoiDetail> GetContactRoiDetailsAsync(int campaignId, long contactId, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetContactRoiDetailsAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignRoiDetail>> GetContactRoiDetailsPageAsync(int campaignId, long contactId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>The contacts whose address refused a campaign for good, page by page (<c>GET /v2/campaigns/{campaignId}/hard-bouncing-contacts</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="withFullData">Whether to read data fields too.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<Contact> GetHardBouncingContactsAsync(int campaignId, bool withFullData, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetHardBouncingContactsAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="withFullData">Whether to read data fields too.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<Contact>> GetHardBouncingContactsPageAsync(int campaignId, bool withFullData, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>The revenue attributed to a campaign since an instant (<c>GET /v2/campaigns/{campaignId}/revenue/since-date/{date}</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<CampaignRevenue> GetRevenueSinceAsync(int campaignId, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>The revenue one contact brought after a campaign (<c>GET /v2/campaigns/{campaignId}/activities/{contactId}/revenue</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="contactId">The contact.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<CampaignRevenue> GetContactRevenueAsync(int campaignId, long contactId, CancellationToken cancellationToken = default);

    /// <summary>The counters of all campaigns in a period, page by page (<c>GET /v2/campaigns/metrics</c>).</summary>
    /// <param name="from">The beginning of the period; sent in UTC.</param>
    /// <param name="to">Its end; sent in UTC.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignMetrics> GetMetricsAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetMetricsAsync"/>.</summary>
    /// <param name="from">The beginning of the period; sent in UTC.</param>
    /// <param name="to">Its end; sent in UTC.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignMetrics>> GetMetricsPageAsync(DateTimeOffset from, DateTimeOffset to, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);
}

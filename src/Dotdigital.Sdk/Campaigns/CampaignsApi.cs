using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Campaigns;

internal sealed partial class CampaignsApi(RequestPipeline pipeline) : ICampaignsApi
{
    private static readonly ApiOperation GetAll = ApiOperation.Get("Campaigns.GetAll", "/v2/campaigns");
    private static readonly ApiOperation GetForAddressBook = ApiOperation.Get("Campaigns.GetForAddressBook", "/v2/address-books/{addressBookId}/campaigns");
    private static readonly ApiOperation GetWithActivitySince = ApiOperation.Get("Campaigns.GetWithActivitySince", "/v2/campaigns/with-activity-since/{date}");
    private static readonly ApiOperation GetAddressBooks = ApiOperation.Get("Campaigns.GetAddressBooks", "/v2/campaigns/{campaignId}/address-books");
    private static readonly ApiOperation GetActivities = ApiOperation.Get("Campaigns.GetActivities", "/v2/campaigns/{campaignId}/activities");
    private static readonly ApiOperation GetActivitiesSince = ApiOperation.Get("Campaigns.GetActivitiesSince", "/v2/campaigns/{campaignId}/activities/since-date/{date}");
    private static readonly ApiOperation GetOpens = ApiOperation.Get("Campaigns.GetOpens", "/v2/campaigns/{campaignId}/opens");
    private static readonly ApiOperation GetOpensSince = ApiOperation.Get("Campaigns.GetOpensSince", "/v2/campaigns/{campaignId}/opens/since-date/{date}");
    private static readonly ApiOperation GetClicks = ApiOperation.Get("Campaigns.GetClicks", "/v2/campaigns/{campaignId}/clicks");
    private static readonly ApiOperation GetClicksSince = ApiOperation.Get("Campaigns.GetClicksSince", "/v2/campaigns/{campaignId}/clicks/since-date/{date}");
    private static readonly ApiOperation GetDetails = ApiOperation.Get("Campaigns.GetDetails", "/v2/campaigns/{campaignId}/with-details");
    private static readonly ApiOperation GetSummary = ApiOperation.Get("Campaigns.GetSummary", "/v2/campaigns/{campaignId}/summary");

    public IAsyncEnumerable<Campaign> GetAllAsync(CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetPageAsync(skip, cancellationToken: token), cancellationToken);

    public Task<Page<Campaign>> GetPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetAll.With(), skip, take, SdkJson.Default.ListCampaign, cancellationToken);

    public IAsyncEnumerable<Campaign> GetForAddressBookAsync(int addressBookId, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetForAddressBookPageAsync(addressBookId, skip, cancellationToken: token), cancellationToken);

    public Task<Page<Campaign>> GetForAddressBookPageAsync(int addressBookId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetForAddressBook.With(addressBookId), skip, take, SdkJson.Default.ListCampaign, cancellationToken);

    public IAsyncEnumerable<Campaign> GetWithActivitySinceAsync(DateTimeOffset since, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetWithActivitySincePageAsync(since, skip, cancellationToken: token), cancellationToken);

    public Task<Page<Campaign>> GetWithActivitySincePageAsync(DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetWithActivitySince.With(since), skip, take, SdkJson.Default.ListCampaign, cancellationToken);

    public IAsyncEnumerable<AddressBook> GetAddressBooksAsync(int campaignId, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetAddressBooksPageAsync(campaignId, skip, cancellationToken: token), cancellationToken);

    public Task<Page<AddressBook>> GetAddressBooksPageAsync(int campaignId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetAddressBooks.With(campaignId), skip, take, SdkJson.Default.ListAddressBook, cancellationToken);

    public IAsyncEnumerable<CampaignActivity> GetActivitiesAsync(int campaignId, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetActivitiesPageAsync(campaignId, skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignActivity>> GetActivitiesPageAsync(int campaignId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetActivities.With(campaignId), skip, take, SdkJson.Default.ListCampaignActivity, cancellationToken);

    public IAsyncEnumerable<CampaignActivity> GetActivitiesSinceAsync(int campaignId, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetActivitiesSincePageAsync(campaignId, since, skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignActivity>> GetActivitiesSincePageAsync(int campaignId, DateTimeOffset since, int skip = 0, int take = 2000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetActivitiesSince.With(campaignId, since), skip, take, SdkJson.Default.ListCampaignActivity, cancellationToken);

    public IAsyncEnumerable<CampaignOpen> GetOpensAsync(int campaignId, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetOpensPageAsync(campaignId, skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignOpen>> GetOpensPageAsync(int campaignId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetOpens.With(campaignId), skip, take, SdkJson.Default.ListCampaignOpen, cancellationToken);

    public IAsyncEnumerable<CampaignOpen> GetOpensSinceAsync(int campaignId, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetOpensSincePageAsync(campaignId, since, skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignOpen>> GetOpensSincePageAsync(int campaignId, DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetOpensSince.With(campaignId, since), skip, take, SdkJson.Default.ListCampaignOpen, cancellationToken);

    public IAsyncEnumerable<CampaignClick> GetClicksAsync(int campaignId, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetClicksPageAsync(campaignId, skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignClick>> GetClicksPageAsync(int campaignId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetClicks.With(campaignId), skip, take, SdkJson.Default.ListCampaignClick, cancellationToken);

    public IAsyncEnumerable<CampaignClick> GetClicksSinceAsync(int campaignId, DateTimeOffset since, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetClicksSincePageAsync(campaignId, since, skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignClick>> GetClicksSincePageAsync(int campaignId, DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetClicksSince.With(campaignId, since), skip, take, SdkJson.Default.ListCampaignClick, cancellationToken);

    public Task<CampaignDetails> GetDetailsAsync(int campaignId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetDetails.With(campaignId), SdkJson.Default.CampaignDetails, cancellationToken);

    public Task<CampaignSummary> GetSummaryAsync(int campaignId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetSummary.With(campaignId), SdkJson.Default.CampaignSummary, cancellationToken);
}

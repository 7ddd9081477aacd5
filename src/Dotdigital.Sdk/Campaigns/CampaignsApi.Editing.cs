using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Campaigns;

internal sealed partial class CampaignsApi
{
    private static readonly ApiOperation Get = ApiOperation.Get("Campaigns.Get", "/v2/campaigns/{id}");
    private static readonly ApiOperation GetAllDetails = ApiOperation.Get("Campaigns.GetAllDetails", "/v2/campaigns/with-details");
    private static readonly ApiOperation Create = ApiOperation.Once("Campaigns.Create", HttpMethod.Post, "/v2/campaigns");
    private static readonly ApiOperation Update = ApiOperation.Repeatable("Campaigns.Update", HttpMethod.Put, "/v2/campaigns/{id}");
    private static readonly ApiOperation Copy = ApiOperation.Once("Campaigns.Copy", HttpMethod.Post, "/v2/campaigns/{campaignId}/copy");
    private static readonly ApiOperation Delete = ApiOperation.Delete("Campaigns.Delete", "/v2/campaigns/{campaignId}");
    private static readonly ApiOperation CreateSplitTest = ApiOperation.Once("Campaigns.CreateSplitTest", HttpMethod.Post, "/v2/campaigns/split-test");
    private static readonly ApiOperation GetSplitTestResults = ApiOperation.Get("Campaigns.GetSplitTestResults", "/v2/campaigns/{campaignId}/split-test");
    private static readonly ApiOperation Send = ApiOperation.Once("Campaigns.Send", HttpMethod.Post, "/v2/campaigns/send");
    private static readonly ApiOperation SendTimeOptimised = ApiOperation.Once("Campaigns.SendTimeOptimised", HttpMethod.Post, "/v2/campaigns/send-time-optimised");
    private static readonly ApiOperation GetSend = ApiOperation.Get("Campaigns.GetSend", "/v2/campaigns/send/{sendId}");
    private static readonly ApiOperation GetFiltered = ApiOperation.Get("Campaigns.GetFiltered", "/v2/campaigns/filtered");

    public Task<Campaign> GetAsync(int id, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(Get.With(id), SdkJson.Default.Campaign, cancellationToken);

    public IAsyncEnumerable<CampaignDetails> GetAllDetailsAsync(CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetAllDetailsPageAsync(skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignDetails>> GetAllDetailsPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetAllDetails.With(), skip, take, SdkJson.Default.ListCampaignDetails, cancellationToken);

    public Task<Campaign> CreateAsync(CampaignContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        Check.Text(content.Name, 255, nameof(content));
        return pipeline.ReadAsync(Create.With() with { Content = RequestBody.FromJson(content, SdkJson.Default.CampaignContent) }, SdkJson.Default.Campaign, cancellationToken);
    }

    public Task<Campaign> UpdateAsync(int id, CampaignContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        Check.Text(content.Name, 255, nameof(content));
        return pipeline.ReadAsync(Update.With(id) with { Content = RequestBody.FromJson(content, SdkJson.Default.CampaignContent) }, SdkJson.Default.Campaign, cancellationToken);
    }

    public Task<Campaign> CopyAsync(int campaignId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(Copy.With(campaignId), SdkJson.Default.Campaign, cancellationToken);

    public Task DeleteAsync(int campaignId, CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(Delete.With(campaignId), cancellationToken);

    public Task<SplitTestCampaign> CreateSplitTestAsync(SplitTestCampaignContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        Check.Text(content.Name, 255, nameof(content));
        return pipeline.ReadAsync(CreateSplitTest.With() with { Content = RequestBody.FromJson(content, SdkJson.Default.SplitTestCampaignContent) }, SdkJson.Default.SplitTestCampaign, cancellationToken);
    }

    public Task<SplitTestResults> GetSplitTestResultsAsync(int campaignId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetSplitTestResults.With(campaignId), SdkJson.Default.SplitTestResults, cancellationToken);

    public Task<CampaignSend> SendAsync(CampaignSendRequest send, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(send);
        CheckSend(send);
        return pipeline.ReadAsync(Send.With() with { Content = RequestBody.FromJson(send, SdkJson.Default.CampaignSendRequest) }, SdkJson.Default.CampaignSend, cancellationToken);
    }

    public Task<CampaignSend> SendTimeOptimisedAsync(CampaignSendRequest send, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(send);
        CheckSend(send);
        return pipeline.ReadAsync(SendTimeOptimised.With() with { Content = RequestBody.FromJson(send, SdkJson.Default.CampaignSendRequest) }, SdkJson.Default.CampaignSend, cancellationToken);
    }

    public Task<CampaignSend> GetSendAsync(Guid sendId, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetSend.With(sendId), SdkJson.Default.CampaignSend, cancellationToken);

    public IAsyncEnumerable<Campaign> GetFilteredAsync(CampaignFilter filter, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetFilteredPageAsync(filter, skip, cancellationToken: token), cancellationToken);

    public Task<Page<Campaign>> GetFilteredPageAsync(CampaignFilter filter, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(CampaignFilterQuery.Append(GetFiltered.With(), filter), skip, take, SdkJson.Default.ListCampaign, cancellationToken);

    private static void CheckSend(CampaignSendRequest send)
    {
        var isToSome = send.AddressBookIds is { Count: > 0 } || send.ContactIds is { Count: > 0 };
        if (isToSome == send.ToAllContacts)
        {
            throw new ArgumentException(
                $"A campaign needs address books or contacts, or {nameof(send.ToAllContacts)}, and not both: without recipients the API sends to every contact.", nameof(send));
        }

        if (send.SplitTestOptions is { } test)
        {
            Check.Range(test.TestPercentage, 1, 100, nameof(send));
            Check.Range(test.TestPeriodHours, 1, int.MaxValue, nameof(send));
        }
    }
}

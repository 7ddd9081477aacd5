using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Sms;

internal sealed class SmsApi(RequestPipeline pipeline) : ISmsApi
{
    private static readonly ApiOperation Send = ApiOperation.Once("Sms.Send", HttpMethod.Post, "/v2/sms-messages/send-to/{telephoneNumber}");
    private static readonly ApiOperation GetCampaigns = ApiOperation.Get("Sms.GetCampaigns", "/v2/sms/campaigns");
    private static readonly ApiOperation GetCampaign = ApiOperation.Get("Sms.GetCampaign", "/v2/sms/campaigns/{id}");
    private static readonly ApiOperation CreateCampaign = ApiOperation.Once("Sms.CreateCampaign", HttpMethod.Post, "/v2/sms/campaigns");
    private static readonly ApiOperation UpdateCampaign = ApiOperation.Repeatable("Sms.UpdateCampaign", HttpMethod.Put, "/v2/sms/campaigns/{id}");
    private static readonly ApiOperation CopyCampaign = ApiOperation.Once("Sms.CopyCampaign", HttpMethod.Post, "/v2/sms/campaigns/copy");
    private static readonly ApiOperation DeleteCampaign = ApiOperation.Delete("Sms.DeleteCampaign", "/v2/sms/campaigns/{id}");

    public Task SendAsync(string telephoneNumber, string message, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(message);
        return pipeline.SendAsync(Send.With(telephoneNumber) with { Content = RequestBody.FromJson(new() { Message = message }, SdkJson.Default.SmsMessage) }, cancellationToken);
    }

    public IAsyncEnumerable<SmsCampaign> GetCampaignsAsync(CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetCampaignsPageAsync(skip, cancellationToken: token), cancellationToken);

    public Task<Page<SmsCampaign>> GetCampaignsPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetCampaigns.With(), skip, take, SdkJson.Default.ListSmsCampaign, cancellationToken);

    public Task<SmsCampaign> GetCampaignAsync(int id, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetCampaign.With(id), SdkJson.Default.SmsCampaign, cancellationToken);

    public Task<SmsCampaign> CreateCampaignAsync(SmsCampaignContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        Check.Text(content.Name, 256, nameof(content));
        Check.MaxLength(content.SendingIdentity, 15, nameof(content));
        return pipeline.ReadAsync(CreateCampaign.With() with { Content = RequestBody.FromJson(content, SdkJson.Default.SmsCampaignContent) }, SdkJson.Default.SmsCampaign, cancellationToken);
    }

    public Task<SmsCampaign> UpdateCampaignAsync(int id, SmsCampaignContent content, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        Check.Text(content.Name, 256, nameof(content));
        Check.MaxLength(content.SendingIdentity, 15, nameof(content));
        return pipeline.ReadAsync(UpdateCampaign.With(id) with { Content = RequestBody.FromJson(content, SdkJson.Default.SmsCampaignContent) }, SdkJson.Default.SmsCampaign, cancellationToken);
    }

    public Task<SmsCampaign> CopyCampaignAsync(int campaignId, string copyName, CancellationToken cancellationToken = default)
    {
        Check.Text(copyName, 256);
        return pipeline.ReadAsync(CopyCampaign.With() with { Content = RequestBody.FromJson(new() { CampaignId = campaignId, CopyName = copyName }, SdkJson.Default.SmsCampaignCopy) }, SdkJson.Default.SmsCampaign, cancellationToken);
    }

    public Task DeleteCampaignAsync(int id, CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(DeleteCampaign.With(id), cancellationToken);
}

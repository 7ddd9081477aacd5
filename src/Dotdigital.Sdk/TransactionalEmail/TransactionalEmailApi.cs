using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.TransactionalEmail;

internal sealed class TransactionalEmailApi(RequestPipeline pipeline) : ITransactionalEmailApi
{
    private static readonly ApiOperation Send = ApiOperation.Once("TransactionalEmail.Send", HttpMethod.Post, "/v2/email");
    private static readonly ApiOperation SendBatch = ApiOperation.Once("TransactionalEmail.SendBatch", HttpMethod.Post, "/v2/email/batch");
    private static readonly ApiOperation SendTriggeredCampaign = ApiOperation.Once("TransactionalEmail.SendTriggeredCampaign", HttpMethod.Post, "/v2/email/triggered-campaign");
    private static readonly ApiOperation SendTriggeredCampaignBatch =
        ApiOperation.Once("TransactionalEmail.SendTriggeredCampaignBatch", HttpMethod.Post, "/v2/email/triggered-campaign/batch");
    private static readonly ApiOperation GetStatistics = ApiOperation.Get("TransactionalEmail.GetStatistics", "/v2/email/stats/since-date/{startDate}");
    private static readonly ApiOperation PrepareCampaign =
        ApiOperation.Get("TransactionalEmail.PrepareCampaign", "/v2/campaigns/{campaignId}/prepared-for-transactional-email/{email}");

    public Task SendAsync(TransactionalEmailMessage email, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(email);
        Check.Count(email.ToAddresses.Count, 1, int.MaxValue, nameof(email));
        return pipeline.SendAsync(Send.With() with { Content = RequestBody.FromJson(email, SdkJson.Default.TransactionalEmailMessage) }, cancellationToken);
    }

    public Task SendBatchAsync(IReadOnlyList<TransactionalEmailMessage> emails, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(emails);
        Check.Count(emails.Count, 1, int.MaxValue, nameof(emails));
        return pipeline.SendAsync(SendBatch.With() with { Content = RequestBody.FromJson(emails, SdkJson.Default.IReadOnlyListTransactionalEmailMessage) }, cancellationToken);
    }

    public Task SendTriggeredCampaignAsync(TriggeredCampaignEmail email, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(email);
        Check.Count(email.ToAddresses.Count, 1, int.MaxValue, nameof(email));
        return pipeline.SendAsync(SendTriggeredCampaign.With() with { Content = RequestBody.FromJson(email, SdkJson.Default.TriggeredCampaignEmail) }, cancellationToken);
    }

    public Task SendTriggeredCampaignBatchAsync(IReadOnlyList<TriggeredCampaignEmail> emails, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(emails);
        Check.Count(emails.Count, 1, int.MaxValue, nameof(emails));
        return pipeline.SendAsync(SendTriggeredCampaignBatch.With() with { Content = RequestBody.FromJson(emails, SdkJson.Default.IReadOnlyListTriggeredCampaignEmail) }, cancellationToken);
    }

    public async Task<IReadOnlyList<TransactionalEmailStatistics>> GetStatisticsAsync(DateTimeOffset from, DateTimeOffset? to = null, AggregationPeriod? aggregatedBy = null, CancellationToken cancellationToken = default)
    {
        Check.Period(from, to ?? DateTimeOffset.MaxValue);
        return await pipeline.ReadAsync(Until(GetStatistics.With(from), to, aggregatedBy), SdkJson.Default.ListTransactionalEmailStatistics, cancellationToken).ConfigureAwait(false);
    }

    public Task<PreparedCampaign> PrepareCampaignAsync(int campaignId, string email, IReadOnlyList<PersonalizationValue>? personalizationValues = null, CancellationToken cancellationToken = default)
    {
        Check.Email(email);
        return pipeline.ReadAsync(Personalize(PrepareCampaign.With(campaignId, email), personalizationValues), SdkJson.Default.PreparedCampaign, cancellationToken);
    }

    private static ApiCall Until(ApiCall call, DateTimeOffset? to, AggregationPeriod? aggregatedBy)
    {
        call = to is { } end ? call.Query("endDate", end) : call;
        return aggregatedBy is { } period ? call.Query("aggregatedBy", period.Value) : call;
    }

    private static ApiCall Personalize(ApiCall call, IReadOnlyList<PersonalizationValue>? values)
    {
        for (var i = 0; i < (values?.Count ?? 0); i++)
        {
            call = call.Query($"personalizationValues[{i}].name", values![i].Name).Query($"personalizationValues[{i}].value", values[i].Value);
        }

        return call;
    }
}

using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.MarketingEmail;

internal sealed class MarketingEmailApi(RequestPipeline pipeline) : IMarketingEmailApi
{
    private static readonly ApiOperation Send = ApiOperation.Once("MarketingEmail.Send", HttpMethod.Post, "/marketing-email/v3/send");
    private static readonly ApiOperation SendBatch = ApiOperation.Once("MarketingEmail.SendBatch", HttpMethod.Post, "/marketing-email/v3/batch");

    public Task SendAsync(MarketingEmailMessage email, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(email);
        Check.Email(email.To, nameof(email));
        return pipeline.SendAsync(Send.With() with { Content = RequestBody.FromJson(email, SdkJson.Default.MarketingEmailMessage) }, cancellationToken);
    }

    public Task<MarketingEmailBatchResult> SendBatchAsync(IReadOnlyList<MarketingEmailMessage> emails, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(emails);
        Check.Count(emails.Count, 1, int.MaxValue, nameof(emails));
        return pipeline.ReadAsync(SendBatch.With() with { Content = RequestBody.FromJson(emails, SdkJson.Default.IReadOnlyListMarketingEmailMessage) }, SdkJson.Default.MarketingEmailBatchResult, cancellationToken);
    }
}

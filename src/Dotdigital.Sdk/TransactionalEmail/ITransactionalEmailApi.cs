namespace Dotdigital.Sdk.TransactionalEmail;

/// <summary>Transactional email. v2; needs an API user made for it. Nothing is repeated after a lost answer: it may have been sent.</summary>
public interface ITransactionalEmailApi
{
    /// <summary>Sends one email (<c>POST /v2/email</c>).</summary>
    /// <param name="email">The email.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task SendAsync(TransactionalEmailMessage email, CancellationToken cancellationToken = default);

    /// <summary>Sends several emails in one call (<c>POST /v2/email/batch</c>).</summary>
    /// <param name="emails">The emails; at least one.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task SendBatchAsync(IReadOnlyList<TransactionalEmailMessage> emails, CancellationToken cancellationToken = default);

    /// <summary>Sends one email whose content is a triggered campaign (<c>POST /v2/email/triggered-campaign</c>).</summary>
    /// <param name="email">The email.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task SendTriggeredCampaignAsync(TriggeredCampaignEmail email, CancellationToken cancellationToken = default);

    /// <summary>Sends several emails whose content is a triggered campaign, in one call (<c>POST /v2/email/triggered-campaign/batch</c>).</summary>
    /// <param name="emails">The emails; at least one.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task SendTriggeredCampaignBatchAsync(IReadOnlyList<TriggeredCampaignEmail> emails, CancellationToken cancellationToken = default);

    /// <summary>The counters of a period (<c>GET /v2/email/stats/since-date/{startDate}</c>).</summary>
    /// <param name="from">The beginning of the period; sent in UTC.</param>
    /// <param name="to">Its end; now when <see langword="null"/>.</param>
    /// <param name="aggregatedBy">How they are grouped; the API's default when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<TransactionalEmailStatistics>> GetStatisticsAsync(DateTimeOffset from, DateTimeOffset? to = null, AggregationPeriod? aggregatedBy = null, CancellationToken cancellationToken = default);

    /// <summary>A triggered campaign's content made up for one person; nothing is sent (<c>GET /v2/campaigns/{campaignId}/prepared-for-transactional-email/{email}</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="email">The email address.</param>
    /// <param name="personalizationValues">Values for its fields.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<PreparedCampaign> PrepareCampaignAsync(int campaignId, string email, IReadOnlyList<PersonalizationValue>? personalizationValues = null, CancellationToken cancellationToken = default);
}

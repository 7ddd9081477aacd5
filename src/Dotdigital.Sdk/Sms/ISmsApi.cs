using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Sms;

/// <summary>Single text messages and SMS campaigns. v2.</summary>
public interface ISmsApi
{
    /// <summary>Sends one text message (<c>POST /v2/sms-messages/send-to/{telephoneNumber}</c>). Never repeated after a lost answer: it may have been sent.</summary>
    /// <param name="telephoneNumber">The number, with its country code.</param>
    /// <param name="message">The text.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task SendAsync(string telephoneNumber, string message, CancellationToken cancellationToken = default);

    /// <summary>Every SMS campaign, page by page (<c>GET /v2/sms/campaigns</c>).</summary>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<SmsCampaign> GetCampaignsAsync(CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetCampaignsAsync"/>.</summary>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<SmsCampaign>> GetCampaignsPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>One SMS campaign (<c>GET /v2/sms/campaigns/{id}</c>).</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<SmsCampaign> GetCampaignAsync(int id, CancellationToken cancellationToken = default);

    /// <summary>Creates an SMS campaign (<c>POST /v2/sms/campaigns</c>). Not repeated after a lost answer.</summary>
    /// <param name="content">What it consists of.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<SmsCampaign> CreateCampaignAsync(SmsCampaignContent content, CancellationToken cancellationToken = default);

    /// <summary>Replaces what an SMS campaign consists of; safe to repeat (<c>PUT /v2/sms/campaigns/{id}</c>).</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="content">All of it: what is left out is cleared.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<SmsCampaign> UpdateCampaignAsync(int id, SmsCampaignContent content, CancellationToken cancellationToken = default);

    /// <summary>Copies an SMS campaign (<c>POST /v2/sms/campaigns/copy</c>). Not repeated after a lost answer.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="copyName">The name of the copy, up to 256 characters.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The copy.</returns>
    Task<SmsCampaign> CopyCampaignAsync(int campaignId, string copyName, CancellationToken cancellationToken = default);

    /// <summary>Deletes an SMS campaign (<c>DELETE /v2/sms/campaigns/{id}</c>).</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task DeleteCampaignAsync(int id, CancellationToken cancellationToken = default);
}

using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Campaigns;

public partial interface ICampaignsApi
{
    /// <summary>One campaign (<c>GET /v2/campaigns/{id}</c>).</summary>
    /// <param name="id">The campaign.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<Campaign> GetAsync(int id, CancellationToken cancellationToken = default);

    /// <summary>Every campaign with its details, page by page (<c>GET /v2/campaigns/with-details</c>).</summary>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignDetails> GetAllDetailsAsync(CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetAllDetailsAsync"/>.</summary>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignDetails>> GetAllDetailsPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>Creates a campaign (<c>POST /v2/campaigns</c>). Not repeated after a lost answer: look for the name first.</summary>
    /// <param name="content">What it consists of.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Campaign> CreateAsync(CampaignContent content, CancellationToken cancellationToken = default);

    /// <summary>Replaces what a campaign consists of; safe to repeat (<c>PUT /v2/campaigns/{id}</c>).</summary>
    /// <param name="id">The campaign; not yet sent.</param>
    /// <param name="content">All of it: what is left out is cleared.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<Campaign> UpdateAsync(int id, CampaignContent content, CancellationToken cancellationToken = default);

    /// <summary>Copies a campaign (<c>POST /v2/campaigns/{campaignId}/copy</c>). Not repeated after a lost answer.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<Campaign> CopyAsync(int campaignId, CancellationToken cancellationToken = default);

    /// <summary>Deletes a campaign and its reports, unless it is in use or being sent (<c>DELETE /v2/campaigns/{campaignId}</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task DeleteAsync(int campaignId, CancellationToken cancellationToken = default);

    /// <summary>Creates a split test campaign (<c>POST /v2/campaigns/split-test</c>). Not repeated after a lost answer.</summary>
    /// <param name="content">What it consists of.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<SplitTestCampaign> CreateSplitTestAsync(SplitTestCampaignContent content, CancellationToken cancellationToken = default);

    /// <summary>The results of a split test (<c>GET /v2/campaigns/{campaignId}/split-test</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<SplitTestResults> GetSplitTestResultsAsync(int campaignId, CancellationToken cancellationToken = default);

    /// <summary>Sends a campaign, now or later (<c>POST /v2/campaigns/send</c>). Never repeated after a lost answer: it may have been sent.</summary>
    /// <param name="send">What, to whom and when.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The send, to be followed with <see cref="GetSendAsync"/>.</returns>
    /// <exception cref="ArgumentException">Nobody to send to, or some and everybody.</exception>
    Task<CampaignSend> SendAsync(CampaignSendRequest send, CancellationToken cancellationToken = default);

    /// <summary>Sends a campaign to each contact at the time that contact tends to open (<c>POST /v2/campaigns/send-time-optimised</c>). Never repeated after a lost answer: it may have been sent.</summary>
    /// <param name="send">What and to whom.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The send, to be followed with <see cref="GetSendAsync"/>.</returns>
    /// <exception cref="ArgumentException">Nobody to send to, or some and everybody.</exception>
    Task<CampaignSend> SendTimeOptimisedAsync(CampaignSendRequest send, CancellationToken cancellationToken = default);

    /// <summary>How far a send is (<c>GET /v2/campaigns/send/{sendId}</c>).</summary>
    /// <param name="sendId">The send.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<CampaignSend> GetSendAsync(Guid sendId, CancellationToken cancellationToken = default);

    /// <summary>The campaigns that match a filter, page by page (<c>GET /v2/campaigns/filtered</c>).</summary>
    /// <param name="filter">Which; all its conditions hold.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<Campaign> GetFilteredAsync(CampaignFilter filter, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetFilteredAsync"/>.</summary>
    /// <param name="filter">Which; all its conditions hold.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<Campaign>> GetFilteredPageAsync(CampaignFilter filter, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);
}

using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Campaigns;

/// <summary>Campaigns and their reporting. v2.</summary>
public partial interface ICampaignsApi
{
    /// <summary>Every campaign, page by page (<c>GET /v2/campaigns</c>).</summary>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<Campaign> GetAllAsync(CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetAllAsync"/>.</summary>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<Campaign>> GetPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>The campaigns sent to an address book, page by page (<c>GET /v2/address-books/{addressBookId}/campaigns</c>).</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<Campaign> GetForAddressBookAsync(int addressBookId, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetForAddressBookAsync"/>.</summary>
    /// <param name="addressBookId">The address book.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<Campaign>> GetForAddressBookPageAsync(int addressBookId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>Sent campaigns with activity since an instant, page by page (<c>GET /v2/campaigns/with-activity-since/{date}</c>).</summary>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<Campaign> GetWithActivitySinceAsync(DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetWithActivitySinceAsync"/>.</summary>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<Campaign>> GetWithActivitySincePageAsync(DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>One campaign with its details (<c>GET /v2/campaigns/{campaignId}/with-details</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<CampaignDetails> GetDetailsAsync(int campaignId, CancellationToken cancellationToken = default);

    /// <summary>The address books a campaign was sent to, page by page (<c>GET /v2/campaigns/{campaignId}/address-books</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<AddressBook> GetAddressBooksAsync(int campaignId, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetAddressBooksAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<AddressBook>> GetAddressBooksPageAsync(int campaignId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>A campaign's counters (<c>GET /v2/campaigns/{campaignId}/summary</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<CampaignSummary> GetSummaryAsync(int campaignId, CancellationToken cancellationToken = default);

    /// <summary>A campaign's activity from the beginning, page by page (<c>GET /v2/campaigns/{campaignId}/activities</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignActivity> GetActivitiesAsync(int campaignId, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetActivitiesAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignActivity>> GetActivitiesPageAsync(int campaignId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>A campaign's activity since an instant, page by page (<c>GET /v2/campaigns/{campaignId}/activities/since-date/{date}</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignActivity> GetActivitiesSinceAsync(int campaignId, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetActivitiesSinceAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 2000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignActivity>> GetActivitiesSincePageAsync(int campaignId, DateTimeOffset since, int skip = 0, int take = 2000, CancellationToken cancellationToken = default);

    /// <summary>A campaign's opens from the beginning, page by page (<c>GET /v2/campaigns/{campaignId}/opens</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignOpen> GetOpensAsync(int campaignId, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetOpensAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignOpen>> GetOpensPageAsync(int campaignId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>A campaign's opens since an instant, page by page (<c>GET /v2/campaigns/{campaignId}/opens/since-date/{date}</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignOpen> GetOpensSinceAsync(int campaignId, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetOpensSinceAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignOpen>> GetOpensSincePageAsync(int campaignId, DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>A campaign's clicks from the beginning, page by page (<c>GET /v2/campaigns/{campaignId}/clicks</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignClick> GetClicksAsync(int campaignId, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetClicksAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignClick>> GetClicksPageAsync(int campaignId, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>A campaign's clicks since an instant, page by page (<c>GET /v2/campaigns/{campaignId}/clicks/since-date/{date}</c>).</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignClick> GetClicksSinceAsync(int campaignId, DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetClicksSinceAsync"/>.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignClick>> GetClicksSincePageAsync(int campaignId, DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);
}

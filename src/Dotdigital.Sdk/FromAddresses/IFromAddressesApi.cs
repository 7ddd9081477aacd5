using Dotdigital.Sdk.Campaigns;
using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.FromAddresses;

/// <summary>The addresses campaigns may be sent from. v2.</summary>
public interface IFromAddressesApi
{
    /// <summary>Every custom from address, page by page (<c>GET /v2/custom-from-addresses</c>).</summary>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<CampaignFromAddress> GetAllAsync(CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetAllAsync"/>.</summary>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<CampaignFromAddress>> GetPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default);
}

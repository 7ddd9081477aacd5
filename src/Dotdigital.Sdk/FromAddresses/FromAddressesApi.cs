using Dotdigital.Sdk.Campaigns;
using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.FromAddresses;

internal sealed class FromAddressesApi(RequestPipeline pipeline) : IFromAddressesApi
{
    private static readonly ApiOperation GetAll = ApiOperation.Get("FromAddresses.GetAll", "/v2/custom-from-addresses");

    public IAsyncEnumerable<CampaignFromAddress> GetAllAsync(CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetPageAsync(skip, cancellationToken: token), cancellationToken);

    public Task<Page<CampaignFromAddress>> GetPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetAll.With(), skip, take, SdkJson.Default.ListCampaignFromAddress, cancellationToken);
}

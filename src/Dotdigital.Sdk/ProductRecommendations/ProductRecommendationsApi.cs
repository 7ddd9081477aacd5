using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.ProductRecommendations;

internal sealed class ProductRecommendationsApi(RequestPipeline pipeline) : IProductRecommendationsApi
{
    private static readonly ApiOperation GetAll = ApiOperation.Get("ProductRecommendations.GetAll", "/v2/products/recommendations");

    public async Task<IReadOnlyList<ProductRecommendation>> GetAllAsync(CancellationToken cancellationToken = default) =>
        await pipeline.ReadAsync(GetAll.With(), SdkJson.Default.ListProductRecommendation, cancellationToken).ConfigureAwait(false);
}

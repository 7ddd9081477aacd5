namespace Dotdigital.Sdk.ProductRecommendations;

/// <summary>Product recommendations. v2.</summary>
public interface IProductRecommendationsApi
{
    /// <summary>Every product recommendation; not paged (<c>GET /v2/products/recommendations</c>).</summary>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<IReadOnlyList<ProductRecommendation>> GetAllAsync(CancellationToken cancellationToken = default);
}

using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Ecommerce;

internal sealed class EcommerceApi(RequestPipeline pipeline) : IEcommerceApi
{
    private static readonly ApiOperation GetSummaries = ApiOperation.Get("Ecommerce.GetSummaries", "/v2/ecommerce/summaries");
    private static readonly ApiOperation GetFullSummary = ApiOperation.Get("Ecommerce.GetFullSummary", "/v2/ecommerce/fullsummary");
    private static readonly ApiOperation GetSummary = ApiOperation.Get("Ecommerce.GetSummary", "/v2/ecommerce/summary/{summaryType}");
    private static readonly ApiOperation RefreshSummaries = ApiOperation.Repeatable("Ecommerce.RefreshSummaries", HttpMethod.Post, "/v2/ecommerce/summaries");
    private static readonly ApiOperation GetOrders = ApiOperation.Get("Ecommerce.GetOrders", "/v2/ecommerce/orders");

    public Task<KpiReport> GetSummariesAsync(KpiDateRange? dateRange = null, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(In(GetSummaries.With(), dateRange), SdkJson.Default.KpiReport, cancellationToken);

    public Task<KpiReport> GetFullSummaryAsync(CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetFullSummary.With(), SdkJson.Default.KpiReport, cancellationToken);

    public Task<KpiReport> GetSummaryAsync(KpiMetricType metric, KpiDateRange? dateRange = null, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(In(GetSummary.With(metric.Value), dateRange), SdkJson.Default.KpiReport, cancellationToken);

    public Task RefreshSummariesAsync(CancellationToken cancellationToken = default) =>
        pipeline.SendAsync(RefreshSummaries.With(), cancellationToken);

    public IAsyncEnumerable<Order> GetOrdersAsync(DateTimeOffset since, CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetOrdersPageAsync(since, skip, cancellationToken: token), cancellationToken);

    public Task<Page<Order>> GetOrdersPageAsync(DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetOrders.With().Query("fromDate", since), skip, take, SdkJson.Default.ListOrder, cancellationToken);

    private static ApiCall In(ApiCall call, KpiDateRange? dateRange) => dateRange is { } range ? call.Query("dateRange", range.Value) : call;
}

using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Ecommerce;

/// <summary>The shop's figures and orders as Dotdigital holds them. v2.</summary>
public interface IEcommerceApi
{
    /// <summary>All figures of one period (<c>GET /v2/ecommerce/summaries</c>).</summary>
    /// <param name="dateRange">The period; the API's default when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<KpiReport> GetSummariesAsync(KpiDateRange? dateRange = null, CancellationToken cancellationToken = default);

    /// <summary>All figures of every period (<c>GET /v2/ecommerce/fullsummary</c>).</summary>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<KpiReport> GetFullSummaryAsync(CancellationToken cancellationToken = default);

    /// <summary>One figure of one period (<c>GET /v2/ecommerce/summary/{summaryType}</c>).</summary>
    /// <param name="metric">What it tells.</param>
    /// <param name="dateRange">The period; the API's default when <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<KpiReport> GetSummaryAsync(KpiMetricType metric, KpiDateRange? dateRange = null, CancellationToken cancellationToken = default);

    /// <summary>Asks for the figures to be worked out anew; safe to repeat (<c>POST /v2/ecommerce/summaries</c>).</summary>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task RefreshSummariesAsync(CancellationToken cancellationToken = default);

    /// <summary>Orders since an instant, page by page (<c>GET /v2/ecommerce/orders</c>).</summary>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<Order> GetOrdersAsync(DateTimeOffset since, CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetOrdersAsync"/>.</summary>
    /// <param name="since">The instant; sent in UTC.</param>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<Order>> GetOrdersPageAsync(DateTimeOffset since, int skip = 0, int take = 1000, CancellationToken cancellationToken = default);
}

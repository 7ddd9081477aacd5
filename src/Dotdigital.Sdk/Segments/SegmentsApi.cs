using Dotdigital.Sdk.Http;
using Dotdigital.Sdk.Paging;
using Dotdigital.Sdk.Serialization;

namespace Dotdigital.Sdk.Segments;

internal sealed class SegmentsApi(RequestPipeline pipeline) : ISegmentsApi
{
    private static readonly ApiOperation GetAll = ApiOperation.Get("Segments.GetAll", "/v2/segments");
    private static readonly ApiOperation Refresh = ApiOperation.Repeatable("Segments.Refresh", HttpMethod.Post, "/v2/segments/refresh/{id}");
    private static readonly ApiOperation GetRefresh = ApiOperation.Get("Segments.GetRefresh", "/v2/segments/refresh/{id}");

    public IAsyncEnumerable<Segment> GetAllAsync(CancellationToken cancellationToken = default) =>
        PagedList.ReadAsync((skip, token) => GetPageAsync(skip, cancellationToken: token), cancellationToken);

    public Task<Page<Segment>> GetPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default) =>
        pipeline.ReadPageAsync(GetAll.With(), skip, take, SdkJson.Default.ListSegment, cancellationToken);

    public Task<SegmentRefresh> RefreshAsync(int id, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(Refresh.With(id), SdkJson.Default.SegmentRefresh, cancellationToken);

    public Task<SegmentRefresh> GetRefreshAsync(int id, CancellationToken cancellationToken = default) =>
        pipeline.ReadAsync(GetRefresh.With(id), SdkJson.Default.SegmentRefresh, cancellationToken);
}

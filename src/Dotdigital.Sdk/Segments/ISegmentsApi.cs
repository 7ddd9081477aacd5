using Dotdigital.Sdk.Paging;

namespace Dotdigital.Sdk.Segments;

/// <summary>Segments. v2.</summary>
public interface ISegmentsApi
{
    /// <summary>Every segment, page by page (<c>GET /v2/segments</c>).</summary>
    /// <param name="cancellationToken">Cancels the reading and its waits.</param>
    IAsyncEnumerable<Segment> GetAllAsync(CancellationToken cancellationToken = default);

    /// <summary>One page of <see cref="GetAllAsync"/>.</summary>
    /// <param name="skip">Rows to skip.</param>
    /// <param name="take">Rows wanted, usually 1 to 1000.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<Page<Segment>> GetPageAsync(int skip = 0, int take = 1000, CancellationToken cancellationToken = default);

    /// <summary>Works out anew who is in a segment, as a job; safe to repeat (<c>POST /v2/segments/refresh/{id}</c>).</summary>
    /// <param name="id">The segment.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<SegmentRefresh> RefreshAsync(int id, CancellationToken cancellationToken = default);

    /// <summary>How far a segment's refresh is (<c>GET /v2/segments/refresh/{id}</c>).</summary>
    /// <param name="id">The segment.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalNotFoundException">There is none.</exception>
    Task<SegmentRefresh> GetRefreshAsync(int id, CancellationToken cancellationToken = default);
}

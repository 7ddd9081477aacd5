namespace Dotdigital.Sdk.Segments;

/// <summary>A refresh of a segment (<c>ApiSegmentRefresh</c>).</summary>
public sealed record SegmentRefresh
{
    /// <summary>The segment.</summary>
    public int Id { get; init; }

    /// <summary>How far it is.</summary>
    public SegmentRefreshStatus Status { get; init; }
}

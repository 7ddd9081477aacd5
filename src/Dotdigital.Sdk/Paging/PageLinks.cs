namespace Dotdigital.Sdk.Paging;

/// <summary>Links of a page; only the next one is used.</summary>
internal sealed record PageLinks
{
    public PageLink? Next { get; init; }
}

namespace Dotdigital.Sdk.Paging;

/// <summary>A link to another page.</summary>
internal sealed record PageLink
{
    public string? Marker { get; init; }
}

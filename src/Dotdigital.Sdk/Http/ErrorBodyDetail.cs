namespace Dotdigital.Sdk.Http;

/// <summary>An item of a v3 error; the reason is seen under two names.</summary>
internal sealed record ErrorBodyDetail
{
    public string? Item { get; init; }

    public string? Description { get; init; }

    public string? Error { get; init; }
}

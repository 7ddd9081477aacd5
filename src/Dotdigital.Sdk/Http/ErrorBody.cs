namespace Dotdigital.Sdk.Http;

/// <summary>Both shapes of an error: v2's message, v3's code with details, and ASP.NET's problem details.</summary>
internal sealed record ErrorBody
{
    public string? Message { get; init; }

    public string? ErrorCode { get; init; }

    public string? Description { get; init; }

    public string? Title { get; init; }

    public string? Detail { get; init; }

    public IReadOnlyList<ErrorBodyDetail>? Details { get; init; }
}

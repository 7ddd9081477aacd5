namespace Dotdigital.Sdk.Integration.Tests.Engine;

/// <summary>A customer of the test host.</summary>
internal sealed record ShopRow(string Id, string? Email, string? FirstName = null, string? Town = null, decimal? Points = null, bool? IsVip = null, DateOnly? Birthday = null)
{
    public bool IsInSegment { get; init; } = true;

    public bool IsOptedOut { get; init; }
}

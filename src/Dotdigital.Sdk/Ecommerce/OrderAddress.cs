namespace Dotdigital.Sdk.Ecommerce;

/// <summary>An address of an order (<c>ApiOrderAddress</c>).</summary>
public sealed record OrderAddress
{
    /// <summary>The first line.</summary>
    public string? Address1 { get; init; }

    /// <summary>The second line.</summary>
    public string? Address2 { get; init; }

    /// <summary>The town.</summary>
    public string? City { get; init; }

    /// <summary>The country.</summary>
    public string? Country { get; init; }

    /// <summary>The post code.</summary>
    public string? PostCode { get; init; }
}

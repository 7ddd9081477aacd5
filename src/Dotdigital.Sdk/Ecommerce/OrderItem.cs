namespace Dotdigital.Sdk.Ecommerce;

/// <summary>A line of an order (<c>ApiOrderItem</c>).</summary>
public sealed record OrderItem
{
    /// <summary>The article.</summary>
    public string? Sku { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its price.</summary>
    public decimal Price { get; init; }

    /// <summary>How many.</summary>
    public decimal Quantity { get; init; }

    /// <summary>Its picture.</summary>
    public string? ImagePath { get; init; }
}

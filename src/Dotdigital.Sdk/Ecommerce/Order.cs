namespace Dotdigital.Sdk.Ecommerce;

/// <summary>An order as Dotdigital holds it (<c>ApiOrder</c>).</summary>
public sealed record Order
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>The customer's email address.</summary>
    public string? Email { get; init; }

    /// <summary>The customer's contact id, as text.</summary>
    public string? ContactId { get; init; }

    /// <summary>Its lines.</summary>
    public IReadOnlyList<OrderItem> Items { get; init => field = value ?? []; } = [];

    /// <summary>The total.</summary>
    public decimal OrderTotal { get; init; }

    /// <summary>When it was placed, UTC.</summary>
    public DateTimeOffset? OrderDate { get; init; }

    /// <summary>The total of the lines.</summary>
    public decimal Subtotal { get; init; }

    /// <summary>How it was paid.</summary>
    public string? Payment { get; init; }

    /// <summary>Its state, in the shop's words.</summary>
    public string? Status { get; init; }

    /// <summary>The discount.</summary>
    public decimal Discount { get; init; }

    /// <summary>The cost of delivery.</summary>
    public decimal DeliveryTotal { get; init; }

    /// <summary>How it is delivered.</summary>
    public string? DeliveryMethod { get; init; }

    /// <summary>Where it goes.</summary>
    public OrderAddress? DeliveryAddress { get; init; }

    /// <summary>The currency of all amounts.</summary>
    public string? Currency { get; init; }

    /// <summary>Whom to bill.</summary>
    public OrderAddress? BillingAddress { get; init; }

    /// <summary>The total of the lines with tax.</summary>
    public decimal BaseSubtotalInclTax { get; init; }

    /// <summary>The coupon used.</summary>
    public string? CouponCode { get; init; }

    /// <summary>The quote it came from.</summary>
    public string? QuoteId { get; init; }

    /// <summary>What it would have cost at the list price.</summary>
    public decimal RetailValue { get; init; }
}

namespace Quickstart.Shop;

/// <summary>A customer of the shop.</summary>
public sealed class Customer
{
    public int Id { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    /// <summary>As the customer typed it: missing, malformed, or the same as another customer's now and then.</summary>
    public string? Email { get; set; }

    /// <summary>Computed by the database, so that customers are found by their address whatever its case.</summary>
    public string? NormalizedEmail { get; private set; }

    /// <summary>The customer's own yes or no to marketing.</summary>
    public bool AcceptsMarketing { get; set; }

    /// <summary>The newsletter's segment: who is no longer active leaves the list.</summary>
    public bool IsActive { get; set; }

    public int? AddressId { get; set; }

    public Address? Address { get; set; }

    public DateOnly? Birthday { get; set; }

    public int LoyaltyPoints { get; set; }

    public decimal Balance { get; set; }

    public bool IsVip { get; set; }

    public string? Notes { get; set; }

    public DateTime? LastOrderAt { get; set; }
}

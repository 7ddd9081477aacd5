namespace WebHost.Shop;

/// <summary>A customer of the shop.</summary>
public sealed class Customer
{
    public int Id { get; set; }

    public string? Email { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Town { get; set; }

    public int Points { get; set; }

    public bool AcceptsMarketing { get; set; } = true;

    public bool IsActive { get; set; } = true;
}

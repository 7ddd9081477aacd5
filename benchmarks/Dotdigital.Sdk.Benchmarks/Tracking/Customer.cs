namespace Dotdigital.Sdk.Benchmarks.Tracking;

/// <summary>A host's entity: three mapped properties, and some that are nobody's business.</summary>
public sealed class Customer
{
    public int Id { get; set; }

    public string Email { get; set; } = "";

    public string FirstName { get; set; } = "";

    public string LastName { get; set; } = "";

    public string Notes { get; set; } = "";

    public string Phone { get; set; } = "";

    public decimal Balance { get; set; }

    public int Visits { get; set; }

    public DateTime CreatedAt { get; set; }
}

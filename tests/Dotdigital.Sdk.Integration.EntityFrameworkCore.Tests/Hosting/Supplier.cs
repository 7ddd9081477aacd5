namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;

/// <summary>A record with properties that the database requires.</summary>
public sealed class Supplier
{
    public string Id { get; set; } = null!;

    public string Email { get; set; } = null!;

    public string Name { get; set; } = null!;

    public string Country { get; set; } = "GB";

    public string? Note { get; set; }

    public int Rank { get; set; }

    public int CustomerId { get; set; }

    public Customer? Customer { get; set; }
}

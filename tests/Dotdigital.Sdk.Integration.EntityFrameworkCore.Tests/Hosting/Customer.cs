namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;

public sealed class Customer
{
    public int Id { get; set; }

    public string? Email { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Note { get; set; }

    public bool IsActive { get; set; } = true;

    public bool AcceptsMarketing { get; set; } = true;

    public int Points { get; set; }

    public DateOnly? Birthday { get; set; }

    public Tier Tier { get; set; }

    public Guid Version { get; set; }

    public string Display => FirstName + LastName;

    public int? AddressId { get; set; }

    public Address? Address { get; set; }

    public Home? Home { get; set; }

    public Preferences Preferences { get; set; } = new();

    public Card? Card { get; set; }

    public List<Order> Orders { get; } = [];

    public List<Tag> Tags { get; } = [];
}

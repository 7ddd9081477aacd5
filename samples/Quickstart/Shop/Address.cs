namespace Quickstart.Shop;

/// <summary>Where customers live; a household shares one.</summary>
public sealed class Address
{
    public int Id { get; set; }

    public string? Street { get; set; }

    public string? Postcode { get; set; }

    public string? Town { get; set; }
}

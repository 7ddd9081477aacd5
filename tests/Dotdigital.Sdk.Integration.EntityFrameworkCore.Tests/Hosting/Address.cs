namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;

public sealed class Address
{
    public int Id { get; set; }

    public string? Town { get; set; }

    public int Number { get; set; }

    public Guid? CountryId { get; set; }

    public Country? Country { get; set; }
}

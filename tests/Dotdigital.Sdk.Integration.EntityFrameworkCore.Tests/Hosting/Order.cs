namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;

public sealed class Order
{
    public int Id { get; set; }

    public int CustomerId { get; set; }

    public DateTime PlacedAt { get; set; }
}

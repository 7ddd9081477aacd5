namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;

public sealed class Card
{
    public long Id { get; set; }

    public int CustomerId { get; set; }

    public string? Number { get; set; }

    public string? Secret { get; set; }
}

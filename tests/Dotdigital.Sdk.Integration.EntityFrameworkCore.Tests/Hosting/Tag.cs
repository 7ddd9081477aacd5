namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;

public sealed class Tag
{
    public int Id { get; set; }

    public string Name { get; set; } = string.Empty;

    public List<Customer> Customers { get; } = [];
}

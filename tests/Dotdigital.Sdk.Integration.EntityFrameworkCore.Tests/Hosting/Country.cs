namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;

public sealed class Country
{
    public Guid Id { get; set; }

    public string Name { get; set; } = string.Empty;
}

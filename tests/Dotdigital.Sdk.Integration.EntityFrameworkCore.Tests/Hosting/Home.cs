namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;

public sealed class Home
{
    public string? Street { get; set; }

    public int? Rooms { get; set; }
}

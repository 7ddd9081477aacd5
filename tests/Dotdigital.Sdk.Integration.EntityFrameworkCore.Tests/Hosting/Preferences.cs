namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;

public sealed class Preferences
{
    public string? Colour { get; set; }

    public string? Size { get; set; }
}

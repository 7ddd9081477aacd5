namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Tests.Hosting;

public enum Tier
{
    Plain = 0,
    Gold = 1,
}

namespace Dotdigital.Sdk.Integration.Tests.TwoWay.Entities;

/// <summary>Where a person shops: a related record.</summary>
internal sealed class Branch
{
    public int Id { get; set; }

    public required string Name { get; set; }
}

namespace Dotdigital.Sdk.Integration.Tests.TwoWay.Entities;

/// <summary>The host's entity.</summary>
internal sealed class Person
{
    public int Id { get; set; }

    public string Email { get; set; } = string.Empty;

    public string FirstName { get; set; } = string.Empty;

    public string? Town { get; set; }

    /// <summary>At most 1,000, by a constraint of the database.</summary>
    public int? Points { get; set; }

    public bool IsActive { get; set; } = true;

    public bool IsMember { get; set; }

    public int? BranchId { get; set; }

    public Branch? Branch { get; set; }
}

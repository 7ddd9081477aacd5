using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Tracking;

/// <summary>A real host field whose change must reach Dotdigital (rule TR-1).</summary>
public sealed record TrackedField
{
    /// <summary>The entity that has the field: an EF Core entity's CLR name, or what the host calls it.</summary>
    public required string Entity { get; init; }

    /// <summary>The field (a property's name); empty for the entity's being added or deleted.</summary>
    public required string Field { get; init; }

    /// <summary>The marketing lists' entity that the change counts for.</summary>
    public required string RootEntity { get; init; }

    /// <summary>The path from the root entity to <see cref="Entity"/> (<c>Address</c>); empty when they are the same.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>The only account whose lists the change counts for; null for all accounts.</summary>
    public AccountId? Account { get; init; }
}

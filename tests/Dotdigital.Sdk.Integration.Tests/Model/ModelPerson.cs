namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>A person of the model's host.</summary>
internal sealed class ModelPerson(string id)
{
    public string Id { get; } = id;

    public string? Email { get; set; }

    /// <summary>Values by field.</summary>
    public Dictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>The lists whose segment the person is in.</summary>
    public HashSet<string> Lists { get; } = new(StringComparer.Ordinal);

    /// <summary>The lists that the person said no to.</summary>
    public HashSet<string> Noes { get; } = new(StringComparer.Ordinal);

    /// <summary>The normalised address, or null when it has none that can be used.</summary>
    public string? Address => Email?.Trim().ToLowerInvariant() is { Length: > 0 } address && address.Contains('@', StringComparison.Ordinal) ? address : null;

    /// <summary>The values of all fields, in their order.</summary>
    public object?[] AllValues() => [.. ModelMappings.Fields.Select(field => Values.GetValueOrDefault(field))];
}

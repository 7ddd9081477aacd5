namespace Dotdigital.Sdk.Account;

/// <summary>A property of an account (<c>ApiAccountProperty</c>).</summary>
public sealed record AccountProperty
{
    /// <summary>Its name, for example <c>ApiEndpoint</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Its type, for example <c>String</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Its value.</summary>
    public string? Value { get; init; }
}

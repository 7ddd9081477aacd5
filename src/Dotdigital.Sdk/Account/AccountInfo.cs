namespace Dotdigital.Sdk.Account;

/// <summary>An account (<c>ApiAccount</c>).</summary>
public sealed record AccountInfo
{
    /// <summary>The account's id.</summary>
    public int Id { get; init; }

    /// <summary>Its properties, in the API's order.</summary>
    public IReadOnlyList<AccountProperty> Properties { get; init => field = value ?? []; } = [];

    /// <summary>The value of a property, its name compared ignoring case; <see langword="null"/> when absent.</summary>
    /// <param name="name">For example <c>ApiEndpoint</c>.</param>
    public string? GetProperty(string name)
    {
        foreach (var property in Properties)
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return property.Value;
            }
        }

        return null;
    }
}

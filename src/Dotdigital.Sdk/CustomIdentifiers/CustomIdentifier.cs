namespace Dotdigital.Sdk.CustomIdentifiers;

/// <summary>A custom identifier of contacts (<c>customIdentifier</c>).</summary>
public sealed record CustomIdentifier
{
    /// <summary>Its name.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTimeOffset? Updated { get; init; }
}

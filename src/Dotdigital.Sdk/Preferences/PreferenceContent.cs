namespace Dotdigital.Sdk.Preferences;

/// <summary>A preference or category to create or replace (<c>ApiPreference</c>).</summary>
public sealed record PreferenceContent
{
    /// <summary>What contacts read.</summary>
    public required string PublicName { get; init; }

    /// <summary>What the account reads.</summary>
    public string? PrivateName { get; init; }

    /// <summary>Whether it is a preference; else a category.</summary>
    public required bool IsPreference { get; init; }

    /// <summary>Where it stands in its category.</summary>
    public string? Order { get; init; }

    /// <summary>Whether contacts see it.</summary>
    public bool? IsPublic { get; init; }

    /// <summary>The category it is in.</summary>
    public int? CategoryId { get; init; }
}

namespace Dotdigital.Sdk.Preferences;

/// <summary>A marketing preference, or a category of them (<c>ApiPreference</c>).</summary>
public sealed record Preference
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>What contacts read.</summary>
    public string? PublicName { get; init; }

    /// <summary>What the account reads.</summary>
    public string? PrivateName { get; init; }

    /// <summary>Whether it is a preference; else a category.</summary>
    public bool IsPreference { get; init; }

    /// <summary>Where it stands in its category.</summary>
    public string? Order { get; init; }

    /// <summary>Whether contacts see it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>The category it is in; 0 at the top.</summary>
    public int CategoryId { get; init; }

    /// <summary>How many preferences the category has.</summary>
    public int PreferenceCount { get; init; }

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it was last changed, UTC.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>Whether the contact opted in; <see langword="null"/> when no contact was asked about.</summary>
    public bool? IsOptedIn { get; init; }

    /// <summary>The preferences of the category.</summary>
    public IReadOnlyList<Preference> Preferences { get; init => field = value ?? []; } = [];
}

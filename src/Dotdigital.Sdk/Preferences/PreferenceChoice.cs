namespace Dotdigital.Sdk.Preferences;

/// <summary>A contact's choice about one preference (<c>ApiPreference</c>).</summary>
public sealed record PreferenceChoice
{
    /// <summary>The preference.</summary>
    public required int Id { get; init; }

    /// <summary>Whether the contact opts in.</summary>
    public required bool IsOptedIn { get; init; }
}

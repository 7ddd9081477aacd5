namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A marketing preference.</summary>
public sealed record ContactPreference
{
    /// <summary>The preference.</summary>
    public int Id { get; init; }

    /// <summary>Whether the contact opted in.</summary>
    public bool IsOptedIn { get; init; }
}

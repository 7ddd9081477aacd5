namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact's marketing preference (<c>preferenceFull</c>).</summary>
public sealed record ContactPreference
{
    /// <summary>The preference.</summary>
    public int Id { get; init; }

    /// <summary>Whether the contact opted in.</summary>
    public bool IsOptedIn { get; init; }

    /// <summary>What contacts read.</summary>
    public string? PublicName { get; init; }

    /// <summary>What the account reads.</summary>
    public string? PrivateName { get; init; }
}

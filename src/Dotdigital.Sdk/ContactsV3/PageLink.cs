namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A link to another page.</summary>
internal sealed record PageLink
{
    public string? Marker { get; init; }
}

using System.Globalization;

namespace Dotdigital.Sdk.Contacts;

/// <summary>A contact by its id, its email or both (<c>ApiContactIdAndEmail</c>).</summary>
public sealed record ContactReference
{
    /// <summary>Its id.</summary>
    public long? Id { get; init; }

    /// <summary>Its email address.</summary>
    public string? Email { get; init; }

    internal static ContactReference From(ContactKey key) => key.IsEmail ? new() { Email = key.Email } : new() { Id = long.Parse(key.Segment, CultureInfo.InvariantCulture) };
}

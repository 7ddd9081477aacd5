namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A contact created or updated by an import.</summary>
public sealed record ContactV3Reference
{
    /// <summary>Its id.</summary>
    public long ContactId { get; init; }

    /// <summary>Its identifiers.</summary>
    public ContactIdentifiers Identifiers { get; init => field = value ?? ContactIdentifiers.None; } = ContactIdentifiers.None;
}

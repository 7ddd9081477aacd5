namespace Dotdigital.Sdk.ContactsV3;

/// <summary>A v3 bulk import (<c>PUT /contacts/v3/import</c>), up to 50 MB.</summary>
public sealed record ContactV3ImportRequest
{
    /// <summary>How to treat values that exist.</summary>
    public ContactV3MergeOption MergeOption { get; init; } = ContactV3MergeOption.Overwrite;

    /// <summary>The contacts.</summary>
    public required IReadOnlyList<ContactV3Import> Contacts { get; init; }
}

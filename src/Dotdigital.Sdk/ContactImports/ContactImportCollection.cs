namespace Dotdigital.Sdk.ContactImports;

/// <summary>Contacts to import as JSON (<c>ApiContactImportCollection</c>).</summary>
public sealed record ContactImportCollection
{
    /// <summary>The address books to put them in.</summary>
    public IReadOnlyList<int> AddressBookIds { get; init => field = value ?? []; } = [];

    /// <summary>How to treat values that exist.</summary>
    public ContactMergeOption MergeOption { get; init; } = ContactMergeOption.Overwrite;

    /// <summary>The contacts.</summary>
    public required IReadOnlyList<ContactForImport> Contacts { get; init; }
}

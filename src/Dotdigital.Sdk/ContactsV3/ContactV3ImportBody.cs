namespace Dotdigital.Sdk.ContactsV3;

/// <summary>The body of an import (<c>v3_import_body</c>).</summary>
internal sealed record ContactV3ImportBody
{
    public ContactV3MergeOption MergeOption { get; init; }

    public required IEnumerable<ContactV3Body> Contacts { get; init; }

    public static ContactV3ImportBody From(ContactV3ImportRequest request) =>
        new() { MergeOption = request.MergeOption, Contacts = request.Contacts.Select(ContactV3Body.From) };
}

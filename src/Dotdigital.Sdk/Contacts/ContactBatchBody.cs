namespace Dotdigital.Sdk.Contacts;

/// <summary>The body that looks contacts up together (<c>ApiMultipleContactsRequest</c>).</summary>
internal sealed record ContactBatchBody
{
    /// <summary>Whom to look up.</summary>
    public IReadOnlyList<ContactReference>? Contacts { get; init; }

    /// <summary>Whether to read data fields too.</summary>
    public bool? WithFullData { get; init; }

    public static ContactBatchBody From(IReadOnlyCollection<ContactKey> contacts, bool withFullData)
    {
        ArgumentNullException.ThrowIfNull(contacts);
        return new() { Contacts = [.. contacts.Select(ContactReference.From)], WithFullData = withFullData };
    }
}

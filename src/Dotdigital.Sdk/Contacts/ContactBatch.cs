namespace Dotdigital.Sdk.Contacts;

/// <summary>Contacts looked up together (<c>ApiMultipleContactsResponse</c>).</summary>
public sealed record ContactBatch
{
    /// <summary>Those found.</summary>
    public IReadOnlyList<Contact> Contacts { get; init => field = value ?? []; } = [];

    /// <summary>Those who are no contacts.</summary>
    public IReadOnlyList<ContactReference> NotFound { get; init => field = value ?? []; } = [];
}

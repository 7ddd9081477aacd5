namespace Dotdigital.Sdk.AddressBooks;

/// <summary>An address book (<c>ApiAddressBook</c>).</summary>
public sealed record AddressBook
{
    /// <summary>Its id.</summary>
    public int Id { get; init; }

    /// <summary>Its name, up to 128 characters, unique also against segments.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Who sees it.</summary>
    public AddressBookVisibility Visibility { get; init; }

    /// <summary>How many contacts it has.</summary>
    public int Contacts { get; init; }
}

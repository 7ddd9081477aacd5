namespace Dotdigital.Sdk.AddressBooks;

/// <summary>The body that creates an address book.</summary>
internal sealed record NewAddressBook
{
    public required string Name { get; init; }

    public AddressBookVisibility Visibility { get; init; }
}

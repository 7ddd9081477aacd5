namespace Dotdigital.Sdk.Integration.Connections;

/// <summary>Who may see a new address book.</summary>
public enum AddressBookAccess
{
    /// <summary>The account's users only.</summary>
    Private = 0,

    /// <summary>Also contacts, who may subscribe themselves.</summary>
    Public = 1,
}

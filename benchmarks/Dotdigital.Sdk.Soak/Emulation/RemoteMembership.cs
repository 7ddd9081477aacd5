namespace Dotdigital.Sdk.Soak.Emulation;

/// <summary>A contact's standing in a book, as the control API tells it.</summary>
internal sealed record RemoteMembership(int AddressBookId, string Status);

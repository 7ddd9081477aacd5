namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>An address book as it was when asked for.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Visibility">Private or Public.</param>
/// <param name="IsReserved">Whether it is "Test" or "All Contacts".</param>
/// <param name="Subscribed">How many contacts are subscribed to it.</param>
public sealed record EmulatedAddressBook(int Id, string Name, string Visibility, bool IsReserved, int Subscribed);

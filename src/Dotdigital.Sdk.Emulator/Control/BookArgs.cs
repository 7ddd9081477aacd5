namespace Dotdigital.Sdk.Emulator.Control;

internal sealed record BookArgs(int AddressBookId);

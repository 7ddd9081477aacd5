namespace Dotdigital.Sdk.Emulator.Control;

internal sealed record RenameArgs(string Email, string NewEmail);

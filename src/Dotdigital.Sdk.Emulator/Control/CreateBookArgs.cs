namespace Dotdigital.Sdk.Emulator.Control;

internal sealed record CreateBookArgs(string Name, string Visibility = "Private");

namespace Dotdigital.Sdk.Emulator.Control;

internal sealed record SetFieldArgs(string Email, string Name, string? Value);

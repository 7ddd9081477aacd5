namespace Dotdigital.Sdk.Emulator.Control;

internal sealed record FieldArgs(string Name);

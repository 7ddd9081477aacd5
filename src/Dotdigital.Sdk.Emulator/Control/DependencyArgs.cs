namespace Dotdigital.Sdk.Emulator.Control;

internal sealed record DependencyArgs(string Name, string Type, int ObjectId);

namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>No arguments.</summary>
internal sealed record NoArgs;

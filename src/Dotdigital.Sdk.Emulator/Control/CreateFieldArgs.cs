using Dotdigital.Sdk.Emulator.DataFields;

namespace Dotdigital.Sdk.Emulator.Control;

internal sealed record CreateFieldArgs(string Name, DataFieldType Type, string Visibility = "Public", string? DefaultValue = null);

using Dotdigital.Sdk.Emulator.Accounts;

namespace Dotdigital.Sdk.Emulator.Control;

internal sealed record StatusArgs(string Email, EmulatedStatus Status);

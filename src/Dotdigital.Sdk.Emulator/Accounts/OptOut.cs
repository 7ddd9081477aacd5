using System.Runtime.InteropServices;

namespace Dotdigital.Sdk.Emulator.Accounts;

/// <summary>One opt-out as it happened; it counts while the contact's (or membership's) status still dates from it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OptOut(long At, Contact Contact, int BookId, EmulatedStatus Reason);

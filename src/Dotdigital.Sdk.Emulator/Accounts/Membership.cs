using System.Runtime.InteropServices;

namespace Dotdigital.Sdk.Emulator.Accounts;

/// <summary>One contact in one address book; <see cref="Since"/> (UTC ticks) dates the status.</summary>
[StructLayout(LayoutKind.Auto)]
internal record struct Membership(int BookId, MembershipStatus Status, long Since);

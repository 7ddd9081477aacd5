using System.Runtime.InteropServices;

namespace Dotdigital.Sdk.Emulator.Accounts;

/// <summary>One record of consent: its five parts and when it was stored (UTC ticks).</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ConsentRecord(string Text, string Url, string Consented, string IpAddress, string UserAgent, long Created);

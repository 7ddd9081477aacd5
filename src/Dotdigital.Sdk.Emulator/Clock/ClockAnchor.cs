using System.Runtime.InteropServices;

namespace Dotdigital.Sdk.Emulator.Clock;

/// <summary>Where the clock stood at an instant of real time (UTC ticks), and how fast it ran from there.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClockAnchor(long Real, long Emulated, double Speed);

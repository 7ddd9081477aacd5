namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>How far to move the clock.</summary>
internal sealed record ClockArgs(TimeSpan Advance);

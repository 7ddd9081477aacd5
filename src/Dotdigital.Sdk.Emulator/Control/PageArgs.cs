namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>A part of a list.</summary>
internal sealed record PageArgs(int Skip = 0, int Take = int.MaxValue);

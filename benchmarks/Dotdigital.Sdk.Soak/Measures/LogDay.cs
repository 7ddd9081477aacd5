namespace Dotdigital.Sdk.Soak.Measures;

/// <summary>A day's log.</summary>
/// <param name="Lines">Lines at Information and above.</param>
/// <param name="Warnings">Those above Information.</param>
/// <param name="MostRepeated">How often the line came that came most often, word for word.</param>
/// <param name="Line">That line.</param>
internal sealed record LogDay(long Lines, long Warnings, int MostRepeated, string Line);

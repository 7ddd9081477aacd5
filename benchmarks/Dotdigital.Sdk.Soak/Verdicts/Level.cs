namespace Dotdigital.Sdk.Soak.Verdicts;

/// <summary>How a series must behave: as level in the second half of a run as it was in the first, after what makes it grow is divided out.</summary>
/// <param name="Name">The series.</param>
/// <param name="Cause">What it may grow with; null for nothing.</param>
/// <param name="Factor">How much of the first half's level the second may have.</param>
/// <param name="Slack">How much more is no growth, in the series' own unit.</param>
internal sealed record Level(string Name, string? Cause, double Factor, double Slack);

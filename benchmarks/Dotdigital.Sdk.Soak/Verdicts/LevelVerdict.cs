using System.Globalization;
using Dotdigital.Sdk.Soak.Measures;

namespace Dotdigital.Sdk.Soak.Verdicts;

/// <summary>A series of the second half of a run, held against the first: the medians of a week or so each.</summary>
internal sealed record LevelVerdict(Level Level, double Early, double Late, double? Growth, bool Holds)
{
    /// <summary>Fewer days have no two weeks behind the retention.</summary>
    public const int LeastDays = 20;

    /// <summary>Compares, once what is kept for a time has reached its level.</summary>
    /// <param name="level">How the series must behave.</param>
    /// <param name="samples">All days.</param>
    /// <param name="settled">From which day on what is kept for a time has its level.</param>
    public static LevelVerdict Of(Level level, IReadOnlyList<Sample> samples, int settled)
    {
        var days = samples.Where(sample => sample.Day >= settled).ToList();
        var part = Math.Max(1, days.Count / 3);
        var (first, last) = (days.Take(part).ToList(), days.TakeLast(part).ToList());
        var (early, late) = (Median(first, level.Name), Median(last, level.Name));
        double? growth = level.Cause is { } cause && Median(first, cause) > 0 ? Median(last, cause) / Median(first, cause) : null;
        return new LevelVerdict(level, early, late, growth, late <= (early * (growth ?? 1) * level.Factor) + level.Slack);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Level.Name} | {Early:0.#} | {Late:0.#} | {(Growth is { } growth ? $"{growth:0.00} × {Level.Cause}" : "")} | {(Holds ? "level" : "GROWS")} |");

    private static double Median(List<Sample> samples, string name)
    {
        var values = samples.Select(sample => sample[name]).Order().ToList();
        return values.Count == 0 ? 0 : values[values.Count / 2];
    }
}

using System.Globalization;
using Dotdigital.Sdk.Soak.Measures;

namespace Dotdigital.Sdk.Soak.Verdicts;

/// <summary>Whether the log stayed readable.</summary>
internal static class LogVerdict
{
    /// <summary>One for each cycle, and what a day's work is worth telling: statuses, changes, batches, steps that did something.</summary>
    private const double LinesACycle = 6;
    private const double LinesADay = 100;
    private const int Repeats = 1000;

    /// <summary>A fault may be told by the client, by the step, and by the run.</summary>
    private const double LinesAFault = 4;

    public static IEnumerable<string> Judge(SoakLog log, IReadOnlyList<Sample> samples, IReadOnlyList<LogDay> days, int accounts, double cyclesADay, long faults)
    {
        foreach (var line in log.Uncalled)
        {
            yield return $"on a calm day this was logged above Information: {line}";
        }

        foreach (var line in log.Unexplained)
        {
            yield return $"no fault explains this error: {line}";
        }

        var bound = accounts * ((LinesACycle * cyclesADay) + LinesADay);
        foreach (var sample in samples.Where(sample => sample.Day > 0 && sample[Series.Lines] > bound))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"day {sample.Day} has {sample[Series.Lines]:0} log lines, more than {bound:0}");
        }

        foreach (var day in days.Where(static day => day.MostRepeated > Repeats))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"one line came {day.MostRepeated} times in a day: {day.Line}");
        }

        var warnings = days.Sum(static day => day.Warnings);
        if (warnings > faults * LinesAFault)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{warnings} lines above Information for {faults} faults");
        }
    }
}

namespace Quickstart.Report;

/// <summary>The tables at the end.</summary>
internal static class StoryTables
{
    private const int MostDifferences = 20;

    public static void Show(IStage stage, StoryReport report)
    {
        stage.Show(new TableView(
            "What happened",
            ["act", "rows sent", "calls", "seconds"],
            [.. report.Acts.Select(act => (IReadOnlyList<string>)[act.Name, $"{act.Sent:N0}", $"{act.CallsByTier!.Values.Sum():N0}", $"{act.Seconds:0.0}"])]));
        stage.Show(new TableView(
            "API calls by tier",
            ["tier", "calls"],
            [
                .. report.Acts.Append(report.QuietCycle).SelectMany(act => act.CallsByTier!).GroupBy(pair => pair.Key)
                    .Select(tier => (IReadOnlyList<string>)[tier.Key, $"{tier.Sum(pair => pair.Value):N0}"]),
            ]));
        stage.Show(new TableView(
            "Customers",
            ["where they stand", "customers"],
            [.. report.Rows.Select(row => (IReadOnlyList<string>)[Words(row.Key), $"{row.Value:N0}"])]));
        stage.Show(new TableView(
            "Set aside by the engine",
            ["reason", "items"],
            [.. report.SetAside.Select(row => (IReadOnlyList<string>)[row.Key, $"{row.Value:N0}"])]));
        stage.Show(new TableView(
            "The campaign's activities",
            ["kind", "activities"],
            [.. report.Activities.Select(row => (IReadOnlyList<string>)[row.Key, $"{row.Value:N0}"])]));
        stage.Show(new TableView(
            "The quiet cycle",
            ["call", "times"],
            [.. report.QuietCycle.CallsByOperation!.Select(row => (IReadOnlyList<string>)[row.Key, $"{row.Value:N0}"])]));
        ShowProblems(stage, report);
        stage.Say($"peak memory {Megabytes(report.Memory.PeakWorkingSet)}, of which about {Megabytes(report.Memory.HeapAtEnd)} hold the emulator's account");
    }

    private static void ShowProblems(IStage stage, StoryReport report)
    {
        foreach (var failure in report.Acts.SelectMany(act => act.Failures ?? []).Distinct(StringComparer.Ordinal))
        {
            stage.Say($"a step failed on the way: {failure}");
        }

        foreach (var difference in report.Differences.Take(MostDifferences))
        {
            stage.Say($"difference: {difference}");
        }
    }

    private static string Megabytes(long bytes) => $"{bytes / 1_048_576.0:N0} MB";

    /// <summary>InBook becomes "in book".</summary>
    private static string Words(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i == 0 ? "" : " ") + char.ToLowerInvariant(letter) : letter.ToString()));
}

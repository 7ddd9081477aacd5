using Dotdigital.Sdk.Integration.Diagnostics;

namespace Quickstart.Report;

/// <summary>Plain lines, for pipes and build servers.</summary>
internal sealed class PlainStage : IStage, IProgress<SyncProgress>
{
    public void Say(string line) => Console.WriteLine(line);

    public Task ShowAsync(string title, Func<IProgress<SyncProgress>, Task> work)
    {
        Console.WriteLine($"== {title}");
        return work(this);
    }

    public void Show(TableView table)
    {
        Console.WriteLine();
        Console.WriteLine($"{table.Title}:");
        var lines = table.Rows.Prepend(table.Columns).ToList();
        var widths = Enumerable.Range(0, table.Columns.Count).Select(column => lines.Max(line => line[column].Length)).ToList();
        foreach (var line in lines)
        {
            var cells = line.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            Console.WriteLine("  " + string.Join("  ", cells).TrimEnd());
        }
    }

    /// <summary>A log wants results, not movement.</summary>
    public void Report(SyncProgress value)
    {
    }
}

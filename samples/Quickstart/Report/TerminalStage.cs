using System.Collections.Concurrent;
using Dotdigital.Sdk.Integration.Diagnostics;
using Spectre.Console;

namespace Quickstart.Report;

/// <summary>Progress bars and tables in a terminal.</summary>
internal sealed class TerminalStage : IStage
{
    public void Say(string line) => AnsiConsole.MarkupLineInterpolated($"  [grey]{line}[/]");

    public Task ShowAsync(string title, Func<IProgress<SyncProgress>, Task> work)
    {
        AnsiConsole.MarkupLineInterpolated($"[bold]{title}[/]");
        return AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn())
            .StartAsync(context => work(new Bars(context)));
    }

    public void Show(TableView table)
    {
        var shown = new Table { Title = new TableTitle(table.Title), Border = TableBorder.Rounded };
        for (var i = 0; i < table.Columns.Count; i++)
        {
            shown.AddColumn(new TableColumn(Markup.Escape(table.Columns[i])) { Alignment = i == 0 ? Justify.Left : Justify.Right });
        }

        foreach (var row in table.Rows)
        {
            shown.AddRow([.. row.Select(Markup.Escape)]);
        }

        AnsiConsole.Write(shown);
    }

    /// <summary>One bar a step: a share where the total is known, movement where it is not.</summary>
    private sealed class Bars(ProgressContext context) : IProgress<SyncProgress>
    {
        private readonly ConcurrentDictionary<string, ProgressTask> _bars = new(StringComparer.Ordinal);

        public void Report(SyncProgress value)
        {
            var bar = _bars.GetOrAdd($"{value.Step} {value.Scope}", name => context.AddTask(name.Trim()));
            bar.Description = Markup.Escape($"{value.Step} {value.Scope} {value.Done:N0}");
            bar.IsIndeterminate = value.Total is null;
            bar.MaxValue = Math.Max(1, value.Total ?? value.Done);
            bar.Value = value.Done;
        }
    }
}

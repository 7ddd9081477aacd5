using System.Globalization;
using Dotdigital.Sdk.Integration.Diagnostics;

namespace Dotdigital.Sdk.LoadRun;

/// <summary>Calls by step and tier, and time by step, added up over the runs of a phase.</summary>
internal sealed class CallTable(string phase)
{
    private readonly SortedDictionary<(string Step, string Tier), int> _calls = [];
    private readonly Dictionary<string, (TimeSpan Time, long Read)> _steps = new(StringComparer.Ordinal);

    public int Total => _calls.Values.Sum();

    public SyncReport Add(SyncReport report)
    {
        if (report.Failures.FirstOrDefault() is { } failed)
        {
            throw new InvalidOperationException($"{failed.Step} {failed.Scope} failed: {failed.Error}", failed.Exception);
        }

        foreach (var step in report.Steps)
        {
            var (time, read) = _steps.GetValueOrDefault(step.Step);
            _steps[step.Step] = (time + step.Duration, read + step.Read);
            foreach (var (tier, calls) in step.CallsByTier)
            {
                _calls[(step.Step, tier)] = _calls.GetValueOrDefault((step.Step, tier)) + calls;
            }
        }

        return report;
    }

    public void Print()
    {
        Console.WriteLine($"\nCalls, {phase}: {Total}\n\n| step | tier | calls |\n|---|---|---|");
        foreach (var ((step, tier), calls) in _calls)
        {
            Console.WriteLine($"| {step} | {tier} | {calls} |");
        }

        Console.WriteLine($"\nTime by step, {phase}\n\n| step | s | read |\n|---|---|---|");
        foreach (var (step, (time, read)) in _steps.Where(static step => step.Value.Time >= TimeSpan.FromMilliseconds(50)).OrderByDescending(static step => step.Value.Time))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {step} | {time.TotalSeconds:0.00} | {read} |"));
        }
    }
}

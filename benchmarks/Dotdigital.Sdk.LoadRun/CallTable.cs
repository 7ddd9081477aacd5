using Dotdigital.Sdk.Integration.Diagnostics;

namespace Dotdigital.Sdk.LoadRun;

/// <summary>Calls by step and tier, added up over the runs of a phase.</summary>
internal sealed class CallTable(string phase)
{
    private readonly SortedDictionary<(string Step, string Tier), int> _calls = [];

    public int Total => _calls.Values.Sum();

    public SyncReport Add(SyncReport report)
    {
        if (report.Failures.FirstOrDefault() is { } failed)
        {
            throw new InvalidOperationException($"{failed.Step} {failed.Scope} failed: {failed.Error}", failed.Exception);
        }

        foreach (var step in report.Steps)
        {
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
    }
}

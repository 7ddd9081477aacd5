using System.Text.Json;
using System.Text.Json.Serialization;
using Dotdigital.Sdk.Integration.Diagnostics;
using Quickstart.Check;
using Quickstart.Story;
using Quickstart.Wiring;

namespace Quickstart.Report;

/// <summary>All that is shown at the end, and written as JSON.</summary>
internal sealed record StoryReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public required int Customers { get; init; }

    public required string Transport { get; init; }

    public required bool InSync { get; init; }

    public required IReadOnlyList<string> Differences { get; init; }

    /// <summary>Customers by where they stand; compared with Dotdigital one by one.</summary>
    public required IReadOnlyDictionary<string, int> Rows { get; init; }

    public required int ContactsInBook { get; init; }

    /// <summary>What the engine set aside, by reason.</summary>
    public required IReadOnlyDictionary<string, int> SetAside { get; init; }

    public required IReadOnlyDictionary<string, long> Activities { get; init; }

    public required IReadOnlyList<StepLine> Acts { get; init; }

    public required StepLine QuietCycle { get; init; }

    public required MemoryUse Memory { get; init; }

    [JsonIgnore]
    public string LastLine => InSync
        ? "in sync: yes"
        : $"in sync: no, {Differences.Count} differences: {string.Join("; ", Differences.Take(5))}{(Differences.Count > 5 ? "; ..." : "")}";

    public static StoryReport Of(QuickstartOptions options, StoryContext story, SyncVerdict verdict, MemoryUse memory) => new()
    {
        Customers = story.Customers,
        Transport = options.Transport.ToString().ToLowerInvariant(),
        InSync = verdict.IsInSync,
        Differences = verdict.Differences,
        Rows = verdict.Customers.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value),
        ContactsInBook = verdict.InBook,
        SetAside = verdict.SetAside,
        Activities = verdict.Activities,
        Acts = [.. story.Played.Select(act => LineOf(act, story.Calls))],
        QuietCycle = new StepLine
        {
            Name = QuietCycleAct.Measured,
            CallsByTier = story.Calls.ByTier(QuietCycleAct.Measured),
            CallsByOperation = story.Calls.ByOperation(QuietCycleAct.Measured),
        },
        Memory = memory,
    };

    public async Task WriteAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.Create(file);
        await JsonSerializer.SerializeAsync(stream, this, Json, cancellationToken);
    }

    private static StepLine LineOf(ActRecord act, CallCounter calls)
    {
        var steps = act.Runs.SelectMany(run => run.Steps).Where(step => step.NotRun is null).ToList();
        var failures = act.Runs.SelectMany(run => run.Failures).Select(step => $"{step.Step}: {step.Error}").ToList();
        return new StepLine
        {
            Name = act.Name,
            Outcome = act.Outcome,
            WasInterrupted = act.WasInterrupted,
            Seconds = Math.Round(act.Duration.TotalSeconds, 2),
            PeakWorkingSet = act.PeakWorkingSet,
            Read = steps.Sum(step => step.Read),
            Sent = steps.Sum(step => step.Sent),
            SetAside = steps.Sum(step => step.SetAside),
            CallsByTier = calls.ByTier(act.Name),
            CallsByOperation = calls.ByOperation(act.Name),
            Steps =
            [
                .. steps.GroupBy(step => step.Step).Select(group => new StepLine
                {
                    Name = group.Key,
                    Seconds = Math.Round(group.Sum(step => step.Duration.TotalSeconds), 2),
                    Read = group.Sum(step => step.Read),
                    Sent = group.Sum(step => step.Sent),
                    SetAside = group.Sum(step => step.SetAside),
                    CallsByTier = CallsOf(group),
                }),
            ],
            Failures = failures.Count > 0 ? failures : null,
        };
    }

    private static Dictionary<string, int> CallsOf(IEnumerable<StepReport> steps) =>
        steps.SelectMany(step => step.CallsByTier).GroupBy(calls => calls.Key).ToDictionary(tier => tier.Key, tier => tier.Sum(calls => calls.Value));
}

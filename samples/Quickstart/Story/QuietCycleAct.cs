using Dotdigital.Sdk.Integration.Diagnostics;

namespace Quickstart.Story;

/// <summary>A day passes in which nothing happens; then one cycle is measured. It is played at every start, and settles what is left from before.</summary>
internal sealed class QuietCycleAct : IAct
{
    public string Name => "a day later";

    public bool IsRepeated => true;

    /// <summary>What the calls of the measured cycle are counted under.</summary>
    public const string Measured = "quiet cycle";

    public async Task<string> PlayAsync(StoryContext story, CancellationToken cancellationToken)
    {
        story.Emulator.Clock.Advance(TimeSpan.FromHours(25));
        await story.Engine.ProcessChangesAsync(cancellationToken);
        await story.Engine.CycleAsync(cancellationToken);
        await story.Engine.ExportUntilSettledAsync(cancellationToken);

        story.Emulator.Clock.Advance(TimeSpan.FromMinutes(10));
        story.Calls.Act = Measured;
        await story.Engine.ProcessChangesAsync(cancellationToken);
        var report = await story.Engine.CycleAsync(cancellationToken);
        await story.Engine.StatusAsync(cancellationToken);
        story.Calls.Act = Name;

        var moved = report.Steps.Where(step => step.Step is StepNames.SendContacts or StepNames.SendRemovals or StepNames.SendRenames or StepNames.TellHostOptOuts).Sum(step => step.Sent);
        if (moved > 0)
        {
            story.Differences.Add($"the quiet cycle sent {moved} rows");
        }

        return $"a quiet cycle cost {story.Calls.ByTier(Measured).Values.Sum()} calls";
    }
}

using Dotdigital.Sdk.Integration.Diagnostics;

namespace Quickstart.Story;

/// <summary>The import brings campaigns, activity and opt-outs back; who opted out is told to the shop, which stores it.</summary>
internal sealed class ImportAct : IAct
{
    public string Name => "import";

    public async Task<string> PlayAsync(StoryContext story, CancellationToken cancellationToken)
    {
        story.Emulator.Clock.Advance(TimeSpan.FromHours(2));
        await story.Engine.ImportAsync(cancellationToken);
        return $"{story.Played[^1].Sent(StepNames.DeliverEvents):N0} events told to the shop";
    }
}

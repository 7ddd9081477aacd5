using System.Diagnostics;
using Quickstart.Report;
using Quickstart.Shop;

namespace Quickstart.Story;

/// <summary>Plays the acts in their order, leaving out those that an earlier process finished.</summary>
internal static class StoryRunner
{
    private static readonly IAct[] Acts =
    [
        new OpenShopAct(),
        new PrepareAccountAct(),
        new ConnectAct(),
        new FirstExportAct(),
        new CampaignAct(),
        new ImportAct(),
        new ShopDayAct(),
        new ExportChangesAct(),
        new QuietCycleAct(),
    ];

    public static async Task RunAsync(StoryContext story, CancellationToken cancellationToken)
    {
        foreach (var act in Acts)
        {
            if (await IsDoneAsync(story, act, cancellationToken) && !act.IsRepeated)
            {
                story.Stage.Say($"{act.Name}: done before");
                continue;
            }

            var record = new ActRecord { Name = act.Name, WasInterrupted = !await MarkAsync(story, $"begun: {act.Name}", cancellationToken) };
            story.Played.Add(record);
            story.Calls.Act = act.Name;
            var clock = Stopwatch.StartNew();
            await story.Stage.ShowAsync(act.Name, async progress =>
            {
                story.Engine.Begin(record, progress);
                record.Outcome = await act.PlayAsync(story, cancellationToken);
            });
            record.Duration = clock.Elapsed;
            record.PeakWorkingSet = MemoryUse.Peak();
            await MarkAsync(story, act.Name, cancellationToken);
            story.Stage.Say($"{record.Outcome} ({record.Duration.TotalSeconds:0.0} s)");
        }
    }

    private static async Task<bool> IsDoneAsync(StoryContext story, IAct act, CancellationToken cancellationToken)
    {
        await using var shop = await story.Shop.CreateDbContextAsync(cancellationToken);
        return await shop.Story.FindAsync([act.Name], cancellationToken) is not null;
    }

    /// <returns>False when the mark was there already.</returns>
    private static async Task<bool> MarkAsync(StoryContext story, string mark, CancellationToken cancellationToken)
    {
        await using var shop = await story.Shop.CreateDbContextAsync(cancellationToken);
        if (await shop.Story.FindAsync([mark], cancellationToken) is not null)
        {
            return false;
        }

        shop.Story.Add(new StoryMark { Act = mark });
        await shop.SaveChangesAsync(cancellationToken);
        return true;
    }
}

using System.Globalization;
using Dotdigital.Sdk.Integration.Diagnostics;

namespace Quickstart.Story;

/// <summary>The recorded changes are looked up, and only what they concern is exported.</summary>
internal sealed class ExportChangesAct : IAct
{
    public string Name => "process changes and export them";

    public async Task<string> PlayAsync(StoryContext story, CancellationToken cancellationToken)
    {
        await story.Engine.ProcessChangesAsync(cancellationToken);
        await story.Engine.ExportUntilSettledAsync(cancellationToken);
        var record = story.Played[^1];
        var sent = record.Sent(StepNames.SendContacts);
        await using var shop = await story.Shop.CreateDbContextAsync(cancellationToken);
        var mark = await shop.Story.FindAsync([ShopDayAct.Mark], cancellationToken);
        var expected = int.Parse(mark!.Fact!, CultureInfo.InvariantCulture);

        // After a kill some rows may rightly have been sent twice.
        if (sent != expected && !record.WasInterrupted)
        {
            story.Differences.Add($"{expected} customers changed, but {sent} rows were exported");
        }

        return $"{sent:N0} changed contacts sent, {record.Sent(StepNames.SendRemovals):N0} removed, {record.Sent(StepNames.SendRenames):N0} renamed, {record.Sent(StepNames.TellHostOptOuts):N0} opt-outs told";
    }
}

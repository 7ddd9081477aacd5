using System.Globalization;
using Dotdigital.Sdk.Integration.Campaigns;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Campaigns;

/// <summary>The counters that people look at first, in words; one that Dotdigital does not tell is not shown.</summary>
internal static class CampaignTiles
{
    /// <summary>Each with its label.</summary>
    public static IReadOnlyList<(string Label, string Value)> Of(CampaignCounters counters) =>
    [
        .. Show("Sent", counters.Sent),
        .. Show("Delivered", counters.Delivered, counters.Sent),
        .. Show("People who opened", counters.UniqueOpens, counters.Sent),
        .. Show("Opens", counters.Opens),
        .. Show("People who clicked", counters.UniqueClicks, counters.Sent),
        .. Show("Clicks", counters.Clicks),
        .. Show("Unsubscribes", counters.Unsubscribes),
        .. Show("Hard bounces", counters.HardBounces),
        .. Show("Soft bounces", counters.SoftBounces),
        .. Show("Complaints", counters.Complaints),
        .. Show("Replies", counters.Replies),
    ];

    private static IEnumerable<(string Label, string Value)> Show(string label, long? count, long? of = null)
    {
        if (count is { } value)
        {
            var share = of is > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({100.0 * value / of.Value:0.#} %)") : string.Empty;
            yield return (label, Words.Number(value) + share);
        }
    }
}

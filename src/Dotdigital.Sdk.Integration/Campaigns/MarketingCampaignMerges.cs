using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>Follows merges of marketing campaigns to where they end (rule IM-2).</summary>
internal sealed class MarketingCampaignMerges(IEnumerable<CampaignMergeRecord> merges)
{
    private readonly Dictionary<string, string> _into = merges.ToDictionary(static merge => merge.FromId, static merge => merge.IntoId, StringComparer.Ordinal);

    /// <summary>The marketing campaign that counts today; null for null.</summary>
    public string? Resolve(string? id)
    {
        // No merge makes a circle, so that there are at most as many steps as merges; the count is for a store that somebody edited.
        for (var steps = 0; id is not null && steps <= _into.Count && _into.TryGetValue(id, out var into); steps++)
        {
            id = into;
        }

        return id;
    }
}

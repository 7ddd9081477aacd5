using System.Globalization;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>The campaigns whose activity could not be read, as the account's activity watermark keeps them in its cursor.</summary>
internal static class PendingCampaigns
{
    public static HashSet<int> Parse(string? cursor) =>
        string.IsNullOrEmpty(cursor) ? [] : [.. cursor.Split(',').Select(static id => int.Parse(id, CultureInfo.InvariantCulture))];

    /// <summary>Null when there are none.</summary>
    public static string? Format(IEnumerable<int> campaignIds)
    {
        var text = string.Join(',', campaignIds.Order().Select(static id => id.ToString(CultureInfo.InvariantCulture)));
        return text.Length == 0 ? null : text;
    }
}

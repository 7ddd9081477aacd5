using System.Globalization;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>The campaigns whose activity could not be read, or was left for a later run, in the order of their turns, as the account's activity watermark keeps them in its cursor.</summary>
internal static class PendingCampaigns
{
    public static List<int> Parse(string? cursor) =>
        string.IsNullOrEmpty(cursor) ? [] : [.. cursor.Split(',').Select(static id => int.Parse(id, CultureInfo.InvariantCulture))];

    /// <summary>Null when there are none.</summary>
    public static string? Format(IEnumerable<int> campaignIds)
    {
        var text = string.Join(',', campaignIds.Select(static id => id.ToString(CultureInfo.InvariantCulture)));
        return text.Length == 0 ? null : text;
    }
}

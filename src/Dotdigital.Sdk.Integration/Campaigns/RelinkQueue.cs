using System.Globalization;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>The campaigns whose stored activity is still to be looked through for items that became known, as a watermark keeps them in its cursor (rule W-2).</summary>
/// <param name="After">Dotdigital's id of the contact in the first campaign that was looked at last.</param>
/// <param name="CampaignIds">The campaigns, in order.</param>
internal sealed record RelinkQueue(long After, IReadOnlyList<int> CampaignIds)
{
    public static RelinkQueue Parse(string? cursor) =>
        cursor?.Split(':') is [var after, var campaigns] && long.TryParse(after, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var contact)
            ? new RelinkQueue(contact, PendingCampaigns.Parse(campaigns))
            : new RelinkQueue(long.MinValue, []);

    /// <summary>Null when there are none.</summary>
    public string? Format() => PendingCampaigns.Format(CampaignIds) is { } campaigns ? string.Create(CultureInfo.InvariantCulture, $"{After}:{campaigns}") : null;

    /// <summary>With these campaigns behind.</summary>
    public RelinkQueue With(IEnumerable<int> campaignIds) => this with { CampaignIds = [.. CampaignIds.Union(campaignIds)] };

    /// <summary>Without the first campaign.</summary>
    public RelinkQueue Next() => new(long.MinValue, [.. CampaignIds.Skip(1)]);
}

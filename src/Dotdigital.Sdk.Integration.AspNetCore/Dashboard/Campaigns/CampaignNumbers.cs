using System.Globalization;
using System.Text.Json;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Campaigns;

/// <summary>A campaign's counters, by Dotdigital's names; one that it does not tell is not shown.</summary>
internal sealed class CampaignNumbers
{
    private readonly Dictionary<string, long> _counters = new(StringComparer.OrdinalIgnoreCase);

    private CampaignNumbers()
    {
    }

    /// <summary>Whether there are any.</summary>
    public bool IsKnown => _counters.Count > 0;

    /// <summary>Sent.</summary>
    public long? Sent => Find("numTotalSent");

    /// <summary>The counters that people look at first, in words.</summary>
    public IReadOnlyList<(string Label, string Value)> Tiles =>
    [
        .. Show("Sent", "numTotalSent"),
        .. Show("Delivered", "numTotalDelivered", ofSent: true),
        .. Show("People who opened", "numTotalUniqueOpens", ofSent: true),
        .. Show("Opens", "numTotalOpens"),
        .. Show("People who clicked", "numRecipientsClicked", ofSent: true),
        .. Show("Clicks", "numTotalClicks"),
        .. Show("Unsubscribes", "numTotalUnsubscribes"),
        .. Show("Hard bounces", "numTotalHardBounces"),
        .. Show("Soft bounces", "numTotalSoftBounces"),
        .. Show("Complaints", "numTotalIspComplaints"),
        .. Show("Replies", "numTotalReplies"),
    ];

    /// <summary>Reads a stored summary; null and what is no number give no counter.</summary>
    public static CampaignNumbers Of(string? summary)
    {
        var numbers = new CampaignNumbers();
        if (summary is null)
        {
            return numbers;
        }

        using var json = JsonDocument.Parse(summary);
        foreach (var counter in json.RootElement.EnumerateObject())
        {
            if (counter.Value.ValueKind == JsonValueKind.Number && counter.Value.TryGetInt64(out var value))
            {
                numbers._counters[counter.Name] = value;
            }
        }

        return numbers;
    }

    private long? Find(string name) => _counters.TryGetValue(name, out var value) ? value : null;

    private IEnumerable<(string Label, string Value)> Show(string label, string name, bool ofSent = false)
    {
        if (Find(name) is { } value)
        {
            var share = ofSent && Sent is { } sent and > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({100.0 * value / sent:0.#} %)") : string.Empty;
            yield return (label, Words.Number(value) + share);
        }
    }
}

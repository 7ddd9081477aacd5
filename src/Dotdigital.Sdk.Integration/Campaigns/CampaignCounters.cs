using System.Text.Json;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>A campaign's counters as Dotdigital's summary last told them (rule IM-10); null where it tells none.</summary>
public sealed record CampaignCounters
{
    /// <summary>All counters that are whole numbers, by Dotdigital's names in any case; empty before the first read.</summary>
    public required IReadOnlyDictionary<string, long> All { get; init; }

    /// <summary>Messages sent.</summary>
    public long? Sent => Find("numTotalSent");

    /// <summary>Messages delivered.</summary>
    public long? Delivered => Find("numTotalDelivered");

    /// <summary>People who opened.</summary>
    public long? UniqueOpens => Find("numTotalUniqueOpens");

    /// <summary>Opens.</summary>
    public long? Opens => Find("numTotalOpens");

    /// <summary>People who clicked.</summary>
    public long? UniqueClicks => Find("numRecipientsClicked");

    /// <summary>Clicks.</summary>
    public long? Clicks => Find("numTotalClicks");

    /// <summary>People who unsubscribed.</summary>
    public long? Unsubscribes => Find("numTotalUnsubscribes");

    /// <summary>Hard bounces.</summary>
    public long? HardBounces => Find("numTotalHardBounces");

    /// <summary>Soft bounces.</summary>
    public long? SoftBounces => Find("numTotalSoftBounces");

    /// <summary>Complaints to providers.</summary>
    public long? Complaints => Find("numTotalIspComplaints");

    /// <summary>Replies.</summary>
    public long? Replies => Find("numTotalReplies");

    /// <summary>Reads a stored summary; null and what is no whole number give no counter.</summary>
    internal static CampaignCounters Of(string? summary)
    {
        var all = new Dictionary<string, long>(StringComparer.OrdinalIgnoreCase);
        if (summary is not null)
        {
            using var json = JsonDocument.Parse(summary);
            foreach (var counter in json.RootElement.EnumerateObject())
            {
                if (counter.Value.ValueKind == JsonValueKind.Number && counter.Value.TryGetInt64(out var value))
                {
                    all[counter.Name] = value;
                }
            }
        }

        return new CampaignCounters { All = all };
    }

    private long? Find(string name) => All.TryGetValue(name, out var value) ? value : null;
}

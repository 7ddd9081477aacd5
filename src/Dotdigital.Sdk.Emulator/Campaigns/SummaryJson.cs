using System.Text.Json;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.Campaigns;

/// <summary>Writes ApiCampaignSummary. Everything is HTML here: the text counters are 0, the totals equal the plain ones.</summary>
internal static class SummaryJson
{
    private static readonly string[] Zero =
    [
        "numUniqueTextOpens", "numTextOpens", "numTextClicks", "numPageViews", "numTotalPageViews", "numTextPageViews", "numForwards", "numTextForwards",
        "numEstimatedForwards", "numTextEstimatedForwards", "numTotalEstimatedForwards", "numReplies", "numTextReplies", "numTotalReplies",
        "numTextHardBounces", "numTextSoftBounces", "numTextUnsubscribes", "numTextIspComplaints", "numMailBlocks", "numTextMailBlocks", "numTotalMailBlocks",
        "numTextSent", "numTextDelivered", "numOrders", "numAssistedOrders",
    ];

    public static void Write(Utf8JsonWriter writer, Campaign campaign)
    {
        var all = campaign.Activities;
        var opened = all.Count(a => a.Opens > 0);
        var clicked = all.Count(a => a.Clicks > 0);
        var hard = Count(campaign, ActivityFlags.HardBounced);
        var soft = Count(campaign, ActivityFlags.SoftBounced);
        var unsubscribed = Count(campaign, ActivityFlags.Unsubscribed);
        var complained = Count(campaign, ActivityFlags.Complained);
        var delivered = all.Count - hard - soft;
        writer.WriteStartObject();
        writer.WriteString("dateSent", campaign.SentAt is { } sent ? JsonExtensions.Date(sent) : "0001-01-01T00:00:00Z");
        Both(writer, opened, "numUniqueOpens", "numTotalUniqueOpens");
        Both(writer, campaign.Opens.Count, "numOpens", "numTotalOpens");
        Both(writer, campaign.Clicks.Count, "numClicks", "numTotalClicks");
        Both(writer, hard, "numHardBounces", "numTotalHardBounces");
        Both(writer, soft, "numSoftBounces", "numTotalSoftBounces");
        Both(writer, unsubscribed, "numUnsubscribes", "numTotalUnsubscribes");
        Both(writer, complained, "numIspComplaints", "numTotalIspComplaints");
        Both(writer, all.Count, "numSent", "numTotalSent");
        Both(writer, delivered, "numDelivered", "numTotalDelivered");
        writer.WriteNumber("numRecipientsClicked", clicked);
        foreach (var name in Zero)
        {
            writer.WriteNumber(name, 0);
        }

        writer.WriteNumber("percentageDelivered", Percent(delivered, all.Count));
        writer.WriteNumber("percentageUniqueOpens", Percent(opened, delivered));
        writer.WriteNumber("percentageOpens", Percent(campaign.Opens.Count, delivered));
        writer.WriteNumber("percentageUnsubscribes", Percent(unsubscribed, delivered));
        writer.WriteNumber("percentageReplies", 0);
        writer.WriteNumber("percentageHardBounces", Percent(hard, all.Count));
        writer.WriteNumber("percentageSoftBounces", Percent(soft, all.Count));
        writer.WriteNumber("percentageUsersClicked", Percent(clicked, delivered));
        writer.WriteNumber("percentageClicksToOpens", Percent(clicked, opened));
        writer.WriteString("revenue", "0.00");
        writer.WriteNumber("conversionRate", 0);
        writer.WriteString("assistedRevenue", "0.00");
        writer.WriteEndObject();
    }

    private static int Count(Campaign campaign, ActivityFlags flag) => campaign.Activities.Count(a => a.Flags.HasFlag(flag));

    private static double Percent(int part, int whole) => whole <= 0 ? 0 : Math.Round(100.0 * part / whole, 2);

    private static void Both(Utf8JsonWriter writer, int value, string name, string total)
    {
        writer.WriteNumber(name, value);
        writer.WriteNumber(total, value);
    }
}

using System.Text.Json;
using Dotdigital.Sdk.Emulator.Contacts;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.Campaigns;

/// <summary>ApiCampaignReporting: what happened to a campaign. Bounces and unsubscribes carry no date of their own.</summary>
internal static class ReportingEndpoints
{
    private const string NoDate = "0001-01-01T00:00:00Z";

    public static ApiResult Activities(ApiRequest r) => ApiResult.Array(CampaignEndpoints.Require(r).Activities, r.Page(), WriteActivity);

    public static ApiResult ActivitiesSince(ApiRequest r)
    {
        var since = r.Instant("date");
        return ApiResult.Array(CampaignEndpoints.Require(r).Activities.Where(a => a.Changed >= since), r.Page(2000), WriteActivity);
    }

    public static ApiResult ContactActivity(ApiRequest r)
    {
        var activity = CampaignEndpoints.Require(r).ActivityByContact.GetValueOrDefault(r.Id("contactId")) ?? throw ContactEndpoints.NotFound();
        return ApiResult.Json(writer => WriteActivity(writer, activity));
    }

    public static ApiResult Opens(ApiRequest r) => ApiResult.Array(CampaignEndpoints.Require(r).Opens, r.Page(), WriteOpen);

    public static ApiResult OpensSince(ApiRequest r)
    {
        var since = r.Instant("date");
        return ApiResult.Array(CampaignEndpoints.Require(r).Opens.Where(o => o.At >= since), r.Page(), WriteOpen);
    }

    public static ApiResult Clicks(ApiRequest r) => ApiResult.Array(CampaignEndpoints.Require(r).Clicks, r.Page(), WriteClick);

    public static ApiResult ClicksSince(ApiRequest r)
    {
        var since = r.Instant("date");
        return ApiResult.Array(CampaignEndpoints.Require(r).Clicks.Where(c => c.At >= since), r.Page(), WriteClick);
    }

    public static ApiResult Summary(ApiRequest r)
    {
        var campaign = CampaignEndpoints.Require(r);
        return ApiResult.Json(writer => SummaryJson.Write(writer, campaign));
    }

    private static void WriteActivity(Utf8JsonWriter writer, Activity activity)
    {
        writer.WriteStartObject();
        writer.WriteNumber("contactId", activity.ContactId);
        writer.WriteString("email", activity.Email);
        writer.WriteNumber("numOpens", activity.Opens);
        writer.WriteNumber("numPageViews", 0);
        writer.WriteNumber("numClicks", activity.Clicks);
        writer.WriteNumber("numForwards", 0);
        writer.WriteNumber("numEstimatedForwards", 0);
        writer.WriteNumber("numReplies", 0);
        writer.WriteString("dateSent", JsonExtensions.Date(activity.Sent));
        writer.WriteString("dateFirstOpened", activity.FirstOpened == 0 ? NoDate : JsonExtensions.Date(activity.FirstOpened));
        writer.WriteString("dateLastOpened", activity.LastOpened == 0 ? NoDate : JsonExtensions.Date(activity.LastOpened));
        writer.WriteString("firstOpenIp", activity.FirstOpened == 0 ? "" : "192.0.2.1");
        writer.WriteBoolean("unsubscribed", activity.Flags.HasFlag(ActivityFlags.Unsubscribed));
        writer.WriteBoolean("softBounced", activity.Flags.HasFlag(ActivityFlags.SoftBounced));
        writer.WriteBoolean("hardBounced", activity.Flags.HasFlag(ActivityFlags.HardBounced));
        writer.WriteEndObject();
    }

    private static void WriteOpen(Utf8JsonWriter writer, CampaignEvent open)
    {
        writer.WriteStartObject();
        writer.WriteNumber("contactId", open.ContactId);
        writer.WriteString("email", open.Email);
        writer.WriteString("mailClient", "Emulator");
        writer.WriteString("mailClientVersion", "1");
        writer.WriteString("ipAddress", "192.0.2.1");
        writer.WriteString("userAgent", "Emulator");
        writer.WriteBoolean("isHtml", true);
        writer.WriteBoolean("isForward", false);
        writer.WriteString("dateOpened", JsonExtensions.Date(open.At));
        writer.WriteEndObject();
    }

    private static void WriteClick(Utf8JsonWriter writer, CampaignEvent click)
    {
        writer.WriteStartObject();
        writer.WriteNumber("contactId", click.ContactId);
        writer.WriteString("email", click.Email);
        writer.WriteString("url", click.Url);
        writer.WriteString("ipAddress", "192.0.2.1");
        writer.WriteString("userAgent", "Emulator");
        writer.WriteString("dateClicked", JsonExtensions.Date(click.At));
        writer.WriteString("keyword", "");
        writer.WriteEndObject();
    }
}

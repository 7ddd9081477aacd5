using System.Text.Json;
using Dotdigital.Sdk.Emulator.AddressBooks;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.Campaigns;

/// <summary>ApiCampaign: campaigns and the address books they went to.</summary>
internal static class CampaignEndpoints
{
    public static ApiResult List(ApiRequest r) => Page(r, r.Account.Campaigns.Values, details: false);

    public static ApiResult ListWithDetails(ApiRequest r) => Page(r, r.Account.Campaigns.Values, details: true);

    public static ApiResult ForBook(ApiRequest r)
    {
        var book = r.Book();
        return Page(r, r.Account.Campaigns.Values.Where(c => c.BookIds.Contains(book.Id)), details: false);
    }

    public static ApiResult WithActivitySince(ApiRequest r)
    {
        var since = r.Instant("date");
        return Page(r, r.Account.Campaigns.Values.Where(c => c.SentAt is not null && c.LastActivity >= since), details: false);
    }

    public static ApiResult Get(ApiRequest r)
    {
        var campaign = Require(r, "id");
        return ApiResult.Json(writer => Write(writer, campaign, details: false));
    }

    public static ApiResult GetWithDetails(ApiRequest r)
    {
        var campaign = Require(r);
        return ApiResult.Json(writer => Write(writer, campaign, details: true));
    }

    public static ApiResult Books(ApiRequest r)
    {
        var campaign = Require(r);
        return ApiResult.Array(
            campaign.BookIds.Select(id => r.Account.Book(id)).OfType<AddressBook>(), r.Page(), (writer, book) => AddressBookEndpoints.Write(writer, r.Account, book));
    }

    public static Campaign Require(ApiRequest r, string name = "campaignId")
        => r.Account.Campaigns.GetValueOrDefault(r.Id(name)) ?? throw ApiErrorException.V2(404, "ERROR_CAMPAIGN_NOT_FOUND", "The campaign does not exist.");

    private static ApiResult Page(ApiRequest r, IEnumerable<Campaign> campaigns, bool details)
        => ApiResult.Array(campaigns, r.Page(), (writer, campaign) => Write(writer, campaign, details));

    private static void Write(Utf8JsonWriter writer, Campaign campaign, bool details)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", campaign.Id);
        writer.WriteString("name", campaign.Name);
        writer.WriteString("subject", campaign.Subject);
        writer.WriteString("fromName", campaign.FromName);
        writer.WriteStartObject("fromAddress");
        writer.WriteNumber("id", 1);
        writer.WriteString("email", campaign.FromAddress);
        writer.WriteEndObject();
        writer.WriteString("htmlContent", campaign.Html);
        writer.WriteString("plainTextContent", campaign.Text);
        writer.WriteString("replyAction", campaign.ReplyToAddress.Length > 0 ? "WebMailForward" : "Webmail");
        writer.WriteString("replyToAddress", campaign.ReplyToAddress);
        writer.WriteBoolean("isSplitTest", false);
        writer.WriteString("status", campaign.Status);
        writer.WriteNull("customReplyToAddress");
        if (details)
        {
            writer.WriteString("type", "Standard");
            writer.WriteStartArray("tags");
            foreach (var tag in campaign.Tags)
            {
                writer.WriteStartObject();
                writer.WriteString("name", tag);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteNull("splitTestOptions");
            if (campaign.SentAt is { } sent)
            {
                writer.WriteString("sentDate", JsonExtensions.Date(sent));
            }
        }

        writer.WriteEndObject();
    }
}

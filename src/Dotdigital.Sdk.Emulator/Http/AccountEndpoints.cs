using System.Globalization;
using System.Text.Json;

namespace Dotdigital.Sdk.Emulator.Http;

/// <summary>ApiAccount: account-info and server-time.</summary>
internal static class AccountEndpoints
{
    public static ApiResult Info(ApiRequest r) => ApiResult.Json(writer =>
    {
        var options = r.Account.Options;
        writer.WriteStartObject();
        writer.WriteNumber("id", AccountId(options.Name));
        writer.WriteStartArray("properties");
        Property(writer, "Name", "String", options.Name);
        Property(writer, "MainMobilePhoneNumber", "String", "");
        Property(writer, "MainEmail", "String", $"owner@{options.Name}.example");
        Property(writer, "AvailableEmailSendsCredits", "Integer", "1000000");
        Property(writer, "ApiEndpoint", "String", (options.ApiEndpoint ?? r.BaseAddress).AbsoluteUri);
        Property(writer, "ApiCallsInLastHour", "Integer", r.Account.Requests.InLastHour(r.Now).ToString(CultureInfo.InvariantCulture));
        Property(writer, "ApiCallsRemaining", "Integer", "1000000");
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    public static ApiResult ServerTime(ApiRequest r) => ApiResult.Json(writer => writer.WriteStringValue(JsonExtensions.Date(r.Now)));

    private static int AccountId(string name) => name.Aggregate(17, (hash, c) => ((hash * 31) + c) & 0xFFFFFF);

    private static void Property(Utf8JsonWriter writer, string name, string type, string value)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteString("type", type);
        writer.WriteString("value", value);
        writer.WriteEndObject();
    }
}

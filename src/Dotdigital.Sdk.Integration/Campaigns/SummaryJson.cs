using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dotdigital.Sdk.Campaigns;

namespace Dotdigital.Sdk.Integration.Campaigns;

/// <summary>A summary's counters by Dotdigital's names, as a JSON object of numbers (rule IM-10).</summary>
internal static partial class SummaryJson
{
    /// <summary>Everything in the summary that is a number, or a number in text; the date sent is kept elsewhere.</summary>
    public static string From(CampaignSummary summary)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var all = JsonSerializer.SerializeToDocument(summary, SummaryContext.Default.CampaignSummary))
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var counter in all.RootElement.EnumerateObject())
            {
                if (counter.Value.ValueKind == JsonValueKind.Number)
                {
                    writer.WritePropertyName(counter.Name);
                    counter.Value.WriteTo(writer);
                }
                else if (counter.Value.ValueKind == JsonValueKind.String
                    && decimal.TryParse(counter.Value.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
                {
                    writer.WriteNumber(counter.Name, number);
                }
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(CampaignSummary))]
    private sealed partial class SummaryContext : JsonSerializerContext;
}

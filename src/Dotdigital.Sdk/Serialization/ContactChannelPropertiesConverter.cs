using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Dotdigital.Sdk.ContactsV3;

namespace Dotdigital.Sdk.Serialization;

/// <summary>Reads and writes the channels of v3 contacts.</summary>
internal sealed class ContactChannelPropertiesConverter : RowConverter<ContactChannelProperties>
{
    private static readonly PropertyNames Names = new("email", "sms", "whatsApp");

    public override void Write(Utf8JsonWriter writer, ContactChannelProperties value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        WriteChannel(writer, "email", value.Email, SdkJson.Default.EmailChannelProperties);
        WriteChannel(writer, "sms", value.Sms, SdkJson.Default.SmsChannelProperties);
        WriteChannel(writer, "whatsApp", value.WhatsApp, SdkJson.Default.WhatsAppChannelProperties);
        writer.WriteEndObject();
    }

    protected override ContactChannelProperties ReadRow(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        EmailChannelProperties? email = null;
        SmsChannelProperties? sms = null;
        WhatsAppChannelProperties? whatsApp = null;
        for (var property = -1; Names.Next(ref reader, ref property);)
        {
            switch (property)
            {
                case 0:
                    email = JsonSerializer.Deserialize(ref reader, SdkJson.Default.EmailChannelProperties);
                    break;
                case 1:
                    sms = JsonSerializer.Deserialize(ref reader, SdkJson.Default.SmsChannelProperties);
                    break;
                default:
                    whatsApp = JsonSerializer.Deserialize(ref reader, SdkJson.Default.WhatsAppChannelProperties);
                    break;
            }
        }

        return new() { Email = email, Sms = sms, WhatsApp = whatsApp };
    }

    private static void WriteChannel<TChannel>(Utf8JsonWriter writer, string name, TChannel? channel, JsonTypeInfo<TChannel> type)
        where TChannel : class
    {
        if (channel is not null)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, channel, type);
        }
    }
}

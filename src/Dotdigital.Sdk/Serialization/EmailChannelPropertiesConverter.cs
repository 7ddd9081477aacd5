using System.Text.Json;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.ContactsV3;

namespace Dotdigital.Sdk.Serialization;

/// <summary>Reads and writes the email channel of v3 contacts.</summary>
internal sealed class EmailChannelPropertiesConverter : RowConverter<EmailChannelProperties>
{
    private static readonly PropertyNames Names = new("emailType", "optInType", "status");

    public override void Write(Utf8JsonWriter writer, EmailChannelProperties value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("emailType", value.EmailType.Value);
        writer.WriteString("optInType", value.OptInType.Value);
        writer.WriteString("status", value.Status.Value);
        writer.WriteEndObject();
    }

    protected override EmailChannelProperties ReadRow(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        ContactEmailType emailType = default;
        ContactOptInType optInType = default;
        EmailChannelStatus status = default;
        for (var property = -1; Names.Next(ref reader, ref property);)
        {
            switch (property)
            {
                case 0:
                    emailType = Enumeration<ContactEmailType>(ref reader);
                    break;
                case 1:
                    optInType = Enumeration<ContactOptInType>(ref reader);
                    break;
                default:
                    status = Enumeration<EmailChannelStatus>(ref reader);
                    break;
            }
        }

        return new() { EmailType = emailType, OptInType = optInType, Status = status };
    }
}

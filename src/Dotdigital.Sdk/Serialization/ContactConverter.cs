using System.Text.Json;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.DataFields;

namespace Dotdigital.Sdk.Serialization;

/// <summary>Reads and writes v2 contacts.</summary>
internal sealed class ContactConverter : RowConverter<Contact>
{
    private static readonly PropertyNames Names = new("id", "email", "optInType", "emailType", "dataFields", "status", "created");
    private static readonly DataFieldPairsConverter Pairs = new();

    public override void Write(Utf8JsonWriter writer, Contact value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", value.Id);
        writer.WriteString("email", value.Email);
        writer.WriteString("optInType", value.OptInType.Value);
        writer.WriteString("emailType", value.EmailType.Value);
        writer.WritePropertyName("dataFields");
        Pairs.Write(writer, value.DataFields, options);
        writer.WriteString("status", value.Status.Value);
        if (value.Created is { } created)
        {
            writer.WriteString("created", DotdigitalDate.Format(created));
        }

        writer.WriteEndObject();
    }

    protected override Contact ReadRow(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        long id = 0;
        string? email = null;
        ContactOptInType optInType = default;
        ContactEmailType emailType = default;
        var dataFields = DataFieldMap.Empty;
        ContactStatus status = default;
        DateTimeOffset? created = null;
        for (var property = -1; Names.Next(ref reader, ref property);)
        {
            switch (property)
            {
                case 0:
                    id = Number(ref reader);
                    break;
                case 1:
                    email = Text(ref reader);
                    break;
                case 2:
                    optInType = Enumeration<ContactOptInType>(ref reader);
                    break;
                case 3:
                    emailType = Enumeration<ContactEmailType>(ref reader);
                    break;
                case 4:
                    dataFields = DataFields(ref reader);
                    break;
                case 5:
                    status = Enumeration<ContactStatus>(ref reader);
                    break;
                default:
                    created = Date(ref reader);
                    break;
            }
        }

        return new() { Id = id, Email = email, OptInType = optInType, EmailType = emailType, DataFields = dataFields, Status = status, Created = created };
    }
}

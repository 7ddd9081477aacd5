using System.Text.Json;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.DataFields;

namespace Dotdigital.Sdk.Serialization;

/// <summary>Reads and writes v3 contacts.</summary>
internal sealed class ContactV3Converter : RowConverter<ContactV3>
{
    private static readonly PropertyNames Names =
        new("contactId", "status", "created", "updated", "identifiers", "dataFields", "channelProperties", "lists", "preferences", "consentRecords");

    private static readonly ContactIdentifiersConverter Identifiers = new();
    private static readonly DataFieldMapConverter Maps = new();

    public override void Write(Utf8JsonWriter writer, ContactV3 value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("contactId", value.ContactId);
        writer.WriteString("status", value.Status.Value);
        if (value.Created is { } created)
        {
            writer.WriteString("created", DotdigitalDate.Format(created));
        }

        if (value.Updated is { } updated)
        {
            writer.WriteString("updated", DotdigitalDate.Format(updated));
        }

        writer.WritePropertyName("identifiers");
        Identifiers.Write(writer, value.Identifiers, options);
        writer.WritePropertyName("dataFields");
        Maps.Write(writer, value.DataFields, options);
        WriteIfAny(writer, "channelProperties", value.ChannelProperties, SdkJson.Default.ContactChannelProperties);
        WriteIfAny(writer, "lists", value.Lists, SdkJson.Default.IReadOnlyListContactListMembership);
        WriteIfAny(writer, "preferences", value.Preferences, SdkJson.Default.IReadOnlyListContactPreference);
        WriteIfAny(writer, "consentRecords", value.ConsentRecords, SdkJson.Default.IReadOnlyListContactConsentRecord);
        writer.WriteEndObject();
    }

    protected override ContactV3 ReadRow(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        long id = 0;
        ContactV3Status status = default;
        DateTimeOffset? created = null, updated = null;
        var identifiers = ContactIdentifiers.None;
        var dataFields = DataFieldMap.Empty;
        ContactChannelProperties? channels = null;
        IReadOnlyList<ContactListMembership>? lists = null;
        IReadOnlyList<ContactPreference>? preferences = null;
        IReadOnlyList<ContactConsentRecord>? consents = null;
        for (var property = -1; Names.Next(ref reader, ref property);)
        {
            switch (property)
            {
                case 0:
                    id = Number(ref reader);
                    break;
                case 1:
                    status = Enumeration<ContactV3Status>(ref reader);
                    break;
                case 2:
                    created = Date(ref reader);
                    break;
                case 3:
                    updated = Date(ref reader);
                    break;
                case 4:
                    identifiers = Identifiers.Read(ref reader, typeof(ContactIdentifiers), options);
                    break;
                case 5:
                    dataFields = DataFields(ref reader);
                    break;
                case 6:
                    channels = JsonSerializer.Deserialize(ref reader, SdkJson.Default.ContactChannelProperties);
                    break;
                case 7:
                    lists = JsonSerializer.Deserialize(ref reader, SdkJson.Default.IReadOnlyListContactListMembership);
                    break;
                case 8:
                    preferences = JsonSerializer.Deserialize(ref reader, SdkJson.Default.IReadOnlyListContactPreference);
                    break;
                default:
                    consents = JsonSerializer.Deserialize(ref reader, SdkJson.Default.IReadOnlyListContactConsentRecord);
                    break;
            }
        }

        return new()
        {
            ContactId = id,
            Status = status,
            Created = created,
            Updated = updated,
            Identifiers = identifiers,
            DataFields = dataFields,
            ChannelProperties = channels,
            Lists = lists,
            Preferences = preferences,
            ConsentRecords = consents,
        };
    }

    private static void WriteIfAny<TValue>(Utf8JsonWriter writer, string name, TValue? value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<TValue> type)
        where TValue : class
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, value, type);
        }
    }
}

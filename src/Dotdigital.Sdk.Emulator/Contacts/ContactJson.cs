using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.DataFields;

namespace Dotdigital.Sdk.Emulator.Contacts;

/// <summary>Writes a contact as v2 does (ApiContact); without its data fields they are null.</summary>
internal static class ContactJson
{
    public static void Write(Utf8JsonWriter writer, AccountState account, Contact contact, bool withFullData)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", contact.Id);
        writer.WriteString("email", contact.Email ?? "");
        writer.WriteString("optInType", contact.OptInType.ToString());
        writer.WriteString("emailType", contact.EmailType.ToString());
        if (withFullData)
        {
            writer.WriteStartArray("dataFields");
            foreach (var field in account.Fields.All)
            {
                writer.WriteStartObject();
                writer.WriteString("key", field.Name);
                writer.WritePropertyName("value");
                DataFieldJson.WriteValue(writer, field, contact[field.Column]);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
        else
        {
            writer.WriteNull("dataFields");
        }

        writer.WriteString("status", (contact.IsDeleted ? EmulatedStatus.Deleted : contact.Status).ToString());
        writer.WriteEndObject();
    }
}

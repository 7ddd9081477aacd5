using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.DataFields;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.ContactsV3;

/// <summary>Writes a contact as v3 does.</summary>
internal static class ContactJson
{
    public static void Write(Utf8JsonWriter writer, AccountState account, Contact contact, ContactParts parts)
    {
        writer.WriteStartObject();
        writer.WriteNumber("contactId", contact.Id);
        writer.WriteString("status", contact.Email is null ? "noSubscription" : StatusRules.Overall(contact.Status));
        writer.WriteString("created", JsonExtensions.Date(contact.Created));
        writer.WriteString("updated", JsonExtensions.Date(contact.Modified));
        Identifier.Write(writer, contact);
        if (parts.HasFields)
        {
            WriteFields(writer, contact, parts.Fields);
        }

        if (parts.Channels)
        {
            WriteChannels(writer, contact);
        }

        if (parts.Lists)
        {
            WriteLists(writer, account, contact);
        }

        if (parts.Consents)
        {
            WriteConsents(writer, contact);
        }

        writer.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter writer, Contact contact, IReadOnlyList<DataField> fields)
    {
        writer.WriteStartObject("dataFields");
        foreach (var field in fields)
        {
            writer.WritePropertyName(field.Name);
            DataFieldJson.WriteValue(writer, field, contact[field.Column]);
        }

        writer.WriteEndObject();
    }

    private static void WriteChannels(Utf8JsonWriter writer, Contact contact)
    {
        writer.WriteStartObject("channelProperties");
        if (contact.Email is not null)
        {
            writer.WriteStartObject("email");
            writer.WriteString("status", StatusRules.EmailChannel(contact.Status));
            writer.WriteString("emailType", contact.EmailType == EmailType.Html ? "Html" : "PlainText");
            writer.WriteString("optInType", contact.OptInType.ToString());
            writer.WriteEndObject();
        }

        if (contact.MobileNumber is not null)
        {
            writer.WriteStartObject("sms");
            writer.WriteString("countryCode", "GB");
            writer.WriteString("status", "subscribed");
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteLists(Utf8JsonWriter writer, AccountState account, Contact contact)
    {
        writer.WriteStartArray("lists");
        foreach (var membership in contact.Memberships)
        {
            if (account.Book(membership.BookId) is { } book)
            {
                writer.WriteStartObject();
                writer.WriteNumber("id", book.Id);
                writer.WriteString("name", book.Name);
                writer.WriteString("status", StatusRules.Name(membership.Status));
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteConsents(Utf8JsonWriter writer, Contact contact)
    {
        writer.WriteStartArray("consentRecords");
        foreach (var consent in contact.Consents ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("text", consent.Text);
            writer.WriteString("dateTimeConsented", consent.Consented);
            writer.WriteString("url", consent.Url);
            writer.WriteString("ipAddress", consent.IpAddress);
            writer.WriteString("userAgent", consent.UserAgent);
            writer.WriteString("dateTimeCreated", JsonExtensions.Date(consent.Created));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

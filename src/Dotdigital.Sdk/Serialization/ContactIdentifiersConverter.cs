using System.Text.Json;
using System.Text.Json.Serialization;
using Dotdigital.Sdk.ContactsV3;

namespace Dotdigital.Sdk.Serialization;

/// <summary>Reads and writes v3 identifiers: three known names and any custom ones, as one flat object.</summary>
internal sealed class ContactIdentifiersConverter : JsonConverter<ContactIdentifiers>
{
    public override bool HandleNull => true;

    public override ContactIdentifiers Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return ContactIdentifiers.None;
        }

        string? email = null, mobileNumber = null;
        long? contactId = null;
        Dictionary<string, string>? custom = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = NamePool.Shared.Get(ref reader);
            reader.Read();
            var value = DataFieldValueConverter.ReadValue(ref reader);
            if (name.Equals("email", StringComparison.OrdinalIgnoreCase))
            {
                email = Text(value);
            }
            else if (name.Equals("mobileNumber", StringComparison.OrdinalIgnoreCase))
            {
                mobileNumber = Text(value);
            }
            else if (name.Equals("contactId", StringComparison.OrdinalIgnoreCase))
            {
                contactId = value.AsNumber() is >= long.MinValue and <= long.MaxValue and var id ? (long)id : null;
            }
            else if (!value.IsNull)
            {
                custom ??= new(StringComparer.OrdinalIgnoreCase);
                custom[name] = value.ToString();
            }
        }

        return new() { Email = email, MobileNumber = mobileNumber, ContactId = contactId, Custom = custom };
    }

    public override void Write(Utf8JsonWriter writer, ContactIdentifiers value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.ContactId is { } id)
        {
            writer.WriteNumber("contactId", id);
        }

        if (value.Email is not null)
        {
            writer.WriteString("email", value.Email);
        }

        if (value.MobileNumber is not null)
        {
            writer.WriteString("mobileNumber", value.MobileNumber);
        }

        foreach (var (name, text) in value.Custom ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            writer.WriteString(name, text);
        }

        writer.WriteEndObject();
    }

    private static string? Text(DataFields.DataFieldValue value) => value.IsNull ? null : value.ToString();
}

using System.Globalization;
using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.ContactsV3;

/// <summary>Finds a contact by one of its identifiers: contactId, email, mobileNumber.</summary>
internal static class Identifier
{
    public static bool IsKnown(string name) => name.ToUpperInvariant() is "CONTACTID" or "EMAIL" or "MOBILENUMBER";

    public static bool IsValid(string name, string value) => name.ToUpperInvariant() switch
    {
        "CONTACTID" => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "EMAIL" => EmailAddress.IsValid(value),
        "MOBILENUMBER" => value.Length is > 3 and <= 20 && value.All(c => char.IsAsciiDigit(c) || c == '+'),
        _ => false,
    };

    public static Contact? Find(AccountState account, string name, string value) => name.ToUpperInvariant() switch
    {
        "CONTACTID" => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? account.Contacts.ById(id) : null,
        "EMAIL" => account.Contacts.ByEmail(value.Trim()),
        "MOBILENUMBER" => account.Contacts.ByMobile(value.Trim()),
        _ => null,
    };

    public static void Write(Utf8JsonWriter writer, Contact contact)
    {
        writer.WriteStartObject("identifiers");
        if (contact.Email is { } email)
        {
            writer.WriteString("email", email);
        }

        if (contact.MobileNumber is { } mobile)
        {
            writer.WriteString("mobileNumber", mobile);
        }

        writer.WriteEndObject();
    }
}

using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.DataFields;
using Dotdigital.Sdk.Emulator.Http;
using Dotdigital.Sdk.Emulator.Imports;

namespace Dotdigital.Sdk.Emulator.Contacts;

/// <summary>Reads and applies the ApiContact of a v2 request. A status in it is ignored, as the service does.</summary>
internal static class ContactBody
{
    public static string Email(JsonElement body)
    {
        var email = body.Text("email")?.Trim();
        return email is null || !EmailAddress.IsValid(email)
            ? throw ApiErrorException.V2(400, "ERROR_INVALID_EMAIL", $"'{email}' is not an email address.")
            : email;
    }

    public static List<(DataField Field, string? Value)> Fields(AccountState account, JsonElement body)
    {
        var values = new List<(DataField, string?)>();
        foreach (var item in body.Items("dataFields"))
        {
            var key = item.Text("key") ?? "";
            var field = account.Fields.Find(key) ?? throw ApiErrorException.V2(400, "ERROR_DATAFIELD_NOTFOUND", $"The data field '{key}' does not exist.");
            values.Add(field.TryNormalise(item.Text("value"), out var value)
                ? (field, value)
                : throw ApiErrorException.V2(400, "ERROR_DATAFIELD_INVALID", $"The value of '{key}' does not fit its type {field.Type}."));
        }

        return values;
    }

    public static void Apply(Contact contact, JsonElement body, List<(DataField Field, string? Value)> values)
    {
        foreach (var (field, value) in values.Where(v => !v.Field.IsServerSet))
        {
            contact.Set(field.Column, value);
        }

        RowImporter.WriteEmailType(contact, body.Text("emailType"));
        if (Enum.TryParse<OptInType>(body.Text("optInType"), ignoreCase: true, out var type) && Enum.IsDefined(type))
        {
            contact.OptInType = type;
        }
    }
}

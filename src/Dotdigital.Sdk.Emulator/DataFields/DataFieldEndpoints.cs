using System.Text.Json;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.DataFields;

/// <summary>ApiDataField. A field in use answers its deletion with 200 and <c>result: false</c>; a system field with 409.</summary>
internal static class DataFieldEndpoints
{
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "account", "campaign", "campaignid", "contact", "contact_api_id", "contactid", "email", "hcontactid", "hemail", "hemail256", "id",
        "messagecontent", "mobilenumberid", "notes", "unsubscribed", "uniquecontactid",
    };

    public static ApiResult List(ApiRequest r) => ApiResult.Array(r.Account.Fields.All, (0, int.MaxValue), Write);

    public static ApiResult Create(ApiRequest r)
    {
        using var document = r.Json();
        var root = document.RootElement;
        var name = root.Text("name") ?? "";
        if (!IsName(name) || Reserved.Contains(name))
        {
            throw Invalid($"'{name}' is not a possible name of a data field.");
        }

        if (!Enum.TryParse<DataFieldType>(root.Text("type") ?? "String", ignoreCase: true, out var type) || !Enum.IsDefined(type))
        {
            throw Invalid($"'{root.Text("type")}' is not a type of data field.");
        }

        var visibility = root.Text("visibility") ?? "Public";
        if (visibility is not ("Private" or "Public"))
        {
            throw Invalid($"'{visibility}' is not a visibility.");
        }

        if (r.Account.Fields.Find(name) is not null)
        {
            throw ApiErrorException.V2(400, "ERROR_NON_UNIQUE_DATAFIELD", $"The data field '{name}' already exists.");
        }

        var trial = new DataField { Name = name, Type = type, Column = 0 };
        if (!trial.TryNormalise(root.Text("defaultValue"), out var defaultValue))
        {
            throw Invalid($"The default value does not fit the type {type}.");
        }

        r.Account.Fields.Add(name, type, visibility, defaultValue, isSystem: false);
        return ApiResult.Empty(201);
    }

    public static ApiResult Delete(ApiRequest r)
    {
        var field = r.Account.Fields.Find(r.Text("name")) ?? throw ApiErrorException.V2(404, "ERROR_DATAFIELD_NOTFOUND", $"The data field '{r.Text("name")}' does not exist.");
        if (field.IsSystem)
        {
            return ApiResult.Json(409, writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("title", "Conflict");
                writer.WriteNumber("status", 409);
                writer.WriteString("detail", $"The data field '{field.Name}' is a system field and cannot be deleted.");
                writer.WriteEndObject();
            });
        }

        if (field.Dependencies.Count == 0)
        {
            foreach (var slot in Enumerable.Range(0, r.Account.Contacts.Slots))
            {
                r.Account.Contacts.At(slot)?.Set(field.Column, null);
            }

            r.Account.Fields.Remove(field);
        }

        return ApiResult.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("result", field.Dependencies.Count == 0);
            writer.WriteStartArray("dependencies");
            foreach (var (type, objectId) in field.Dependencies)
            {
                writer.WriteStartObject();
                writer.WriteString("type", type);
                writer.WriteNumber("objectId", objectId);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static bool IsName(string name) => name.Length is >= 1 and <= 20 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static ApiErrorException Invalid(string sentence) => ApiErrorException.V2(400, "ERROR_DATAFIELD_INVALID", sentence);

    private static void Write(Utf8JsonWriter writer, DataField field)
    {
        writer.WriteStartObject();
        writer.WriteString("name", field.Name);
        writer.WriteString("type", field.Type.ToString());
        writer.WriteString("visibility", field.Visibility);
        writer.WritePropertyName("defaultValue");
        DataFieldJson.WriteValue(writer, field, field.Default);
        writer.WriteEndObject();
    }
}

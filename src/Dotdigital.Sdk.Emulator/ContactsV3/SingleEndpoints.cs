using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Http;
using Dotdigital.Sdk.Emulator.Imports;

namespace Dotdigital.Sdk.Emulator.ContactsV3;

/// <summary>One contact by one of its identifiers: get, create, patch, replace, delete.</summary>
internal static class SingleEndpoints
{
    public static ApiResult Get(ApiRequest r) => Answer(r, 200, Require(r));

    public static ApiResult Delete(ApiRequest r)
    {
        var contact = Require(r);
        Persons.Delete(r.Account, contact);
        return ApiResult.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("contactId", contact.Id);
            writer.WriteEndObject();
        });
    }

    public static ApiResult Create(ApiRequest r)
    {
        using var document = r.Json();
        var root = document.RootElement;
        var (email, mobile) = Identifiers(root);
        if (email is null && mobile is null)
        {
            throw ApiErrorException.V3(400, "contacts:invalidContact", "Invalid contact data", ("identifiers", "You must specify a value"));
        }

        RefuseTaken(r, email, mobile, null);
        StatusWatch.V3(r, root, email);
        r.Account.KnownOptOuts.WatchV3(r, root, email);
        var contact = Apply(r, root, null, email, mobile, MergeOption.Overwrite, isUpdate: false);
        return Answer(r, 201, contact);
    }

    public static ApiResult Patch(ApiRequest r)
    {
        using var document = r.Json();
        var root = document.RootElement;
        var (name, value) = Key(r);
        var contact = Identifier.Find(r.Account, name, value);
        var (email, mobile) = Identifiers(root);
        if (contact is null)
        {
            email ??= name.Equals("email", StringComparison.OrdinalIgnoreCase) ? value : null;
            mobile ??= name.Equals("mobileNumber", StringComparison.OrdinalIgnoreCase) ? value : null;
            if (email is null && mobile is null)
            {
                throw NotFound(name, value);
            }
        }

        RefuseTaken(r, email, mobile, contact);
        StatusWatch.V3(r, root, email ?? contact?.Email);
        var status = contact is null ? 201 : 200;
        contact = Apply(r, root, contact, email, mobile, MergeOptions.V3(r.Query.GetValueOrDefault("merge-option")), isUpdate: true);
        return Answer(r, status, contact);
    }

    public static ApiResult Replace(ApiRequest r)
    {
        using var document = r.Json();
        var root = document.RootElement;
        var contact = Require(r);
        var (email, mobile) = Identifiers(root);
        RefuseTaken(r, email, mobile, contact);
        StatusWatch.V3(r, root, email ?? contact.Email);
        var kept = r.Account.Fields.LastSubscribed is { } last ? contact[last.Column] : null;
        contact.Values = [];
        if (r.Account.Fields.LastSubscribed is { } field)
        {
            contact.Set(field.Column, kept);
        }

        Apply(r, root, contact, email, mobile, MergeOption.Overwrite, isUpdate: true);
        return Answer(r, 200, contact);
    }

    private static Contact Apply(ApiRequest r, JsonElement root, Contact? contact, string? email, string? mobile, MergeOption merge, bool isUpdate)
    {
        var body = new V3Body(r.Account, r.Now, r.Operation.Id);
        var values = body.Fields(root);
        if (values is null)
        {
            throw ApiErrorException.V3(400, "contacts:invalidContact", "Invalid contact data", [.. body.Failures.Select(f => (f.Code, f.Description))]);
        }

        var isNew = contact is null;
        contact ??= Persons.Create(r.Account, email, mobile, r.Now);
        if (email is not null && !string.Equals(email, contact.Email, StringComparison.OrdinalIgnoreCase))
        {
            Persons.Rename(r.Account, contact, email, r.Now);
        }

        if (mobile is not null)
        {
            r.Account.Contacts.SetMobile(contact, mobile);
        }

        V3Body.Write(contact, values, merge);
        r.Account.Contacts.Touch(contact, r.Now);
        body.Channels(contact, root, isNew, isUpdate);
        body.Lists(contact, root);
        body.Consents(contact, root);
        return contact;
    }

    private static (string? Email, string? Mobile) Identifiers(JsonElement root)
    {
        if (!root.TryGet("identifiers", out var identifiers))
        {
            return (null, null);
        }

        var email = identifiers.Text("email")?.Trim();
        var mobile = identifiers.Text("mobileNumber")?.Trim();
        return email is not null && !EmailAddress.IsValid(email)
            ? throw ApiErrorException.V3(400, "contacts:invalidId", $"The id value '{email}' is invalid for the identifier 'email'")
            : (email, mobile);
    }

    private static void RefuseTaken(ApiRequest r, string? email, string? mobile, Contact? self)
    {
        if (email is not null && r.Account.Contacts.ByEmail(email) is { } other && !ReferenceEquals(other, self))
        {
            throw Taken("email", email);
        }

        if (mobile is not null && r.Account.Contacts.ByMobile(mobile) is { } another && !ReferenceEquals(another, self))
        {
            throw Taken("mobileNumber", mobile);
        }
    }

    private static ApiErrorException Taken(string name, string value)
        => ApiErrorException.V3(409, "contacts:idAlreadyExists", $"The id value '{value}' for the identifier '{name}' already exists. All identifiers must be unique!");

    private static (string Name, string Value) Key(ApiRequest r)
    {
        var (name, value) = (r.Text("identifier"), r.Text("value").Trim());
        return Identifier.IsKnown(name) && Identifier.IsValid(name, value)
            ? (name, value)
            : throw ApiErrorException.V3(400, "contacts:invalidId", $"The id value '{value}' is invalid for the identifier '{name}'");
    }

    private static Contact Require(ApiRequest r)
    {
        var (name, value) = Key(r);
        return Identifier.Find(r.Account, name, value) ?? throw NotFound(name, value);
    }

    private static ApiErrorException NotFound(string name, string value)
        => ApiErrorException.V3(404, "contacts:contactNotFound", "The following contacts could not be found", (value, $"Not found using the identifier '{name}'"));

    private static ApiResult Answer(ApiRequest r, int status, Contact contact)
        => ApiResult.Json(status, writer => ContactJson.Write(writer, r.Account, contact, ContactParts.Everything(r.Account.Fields)));
}

using System.Globalization;
using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.Contacts;

/// <summary>ApiContact: unsubscribing, suppressing, coming back, and the lists of those who left.</summary>
internal static class OptOutEndpoints
{
    public static ApiResult UnsubscribedSince(ApiRequest r)
        => Page(r, o => o.BookId == 0 && o.Reason == EmulatedStatus.Unsubscribed && Holds(o));

    public static ApiResult SuppressedSince(ApiRequest r) => Page(r, o => o.BookId == 0 && Holds(o));

    public static ApiResult UnsubscribedSinceInBook(ApiRequest r)
    {
        var book = r.Book();
        return Page(r, o => o.BookId == book.Id && Holds(o));
    }

    public static ApiResult Unsubscribe(ApiRequest r)
    {
        using var document = r.Json();
        var contact = Target(r, document.RootElement);
        if (!StatusRules.IsOptedOut(contact.Status))
        {
            Persons.SetStatus(r.Account, contact, EmulatedStatus.Unsubscribed, r.Now);
        }

        return Suppression(r, contact, contact.StatusSince, contact.Status);
    }

    public static ApiResult UnsubscribeFromBook(ApiRequest r)
    {
        var book = r.WritableBook();
        using var document = r.Json();
        var contact = Target(r, document.RootElement);
        Persons.UnsubscribeFromBook(r.Account, contact, book, r.Now);
        return Suppression(r, contact, contact.Memberships[contact.IndexOfBook(book.Id)].Since, EmulatedStatus.Unsubscribed);
    }

    public static ApiResult Suppress(ApiRequest r)
    {
        using var document = r.Json();
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw ApiErrorException.V2(400, "ERROR_CONTACTS_ARE_NOT_SPECIFIED", "No contacts were given.");
        }

        var suppressed = new List<(int Id, string? Email)>();
        var notFound = new List<(int Id, string? Email)>();
        foreach (var item in document.RootElement.EnumerateArray())
        {
            var email = item.Text("email");
            var id = int.TryParse(item.Text("id"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            var contact = id > 0 ? r.Account.Contacts.ById(id) : email is null ? null : r.Account.Contacts.ByEmail(email.Trim());
            if (contact is null)
            {
                notFound.Add((id, email));
                continue;
            }

            if (!StatusRules.IsOptedOut(contact.Status))
            {
                Persons.SetStatus(r.Account, contact, EmulatedStatus.Suppressed, r.Now);
            }

            suppressed.Add((contact.Id, contact.Email));
        }

        return ApiResult.Json(writer =>
        {
            writer.WriteStartObject();
            WriteAll(writer, "suppressed", suppressed);
            WriteAll(writer, "notFound", notFound);
            writer.WriteEndObject();
        });
    }

    public static ApiResult Resubscribe(ApiRequest r) => Return(r, null, withChallenge: true);

    public static ApiResult ResubscribeWithNoChallenge(ApiRequest r) => Return(r, null, withChallenge: false);

    public static ApiResult ResubscribeToBook(ApiRequest r) => Return(r, r.WritableBook(), withChallenge: true);

    public static ApiResult ResubscribeToBookWithNoChallenge(ApiRequest r) => Return(r, r.WritableBook(), withChallenge: false);

    /// <summary>
    /// With a challenge the person is mailed and stays as they are until they confirm (control: resubscribe). Without, they are
    /// back at once. Bounces and complaints cannot be undone either way.
    /// </summary>
    private static ApiResult Return(ApiRequest r, AddressBook? book, bool withChallenge)
    {
        using var document = r.Json();
        if (!document.RootElement.TryGet("unsubscribedContact", out var body))
        {
            throw ApiErrorException.V2(400, "ERROR_CONTACT_RESUBSCRIPTION_INVALID", "The resubscription names no contact.");
        }

        var email = ContactBody.Email(body);
        var contact = r.Account.Contacts.ByEmail(email);
        var status = contact?.Status ?? r.Account.Contacts.Ghosts.GetValueOrDefault(email)?.Status ?? EmulatedStatus.Subscribed;
        string result;
        if (StatusRules.IsOptedOut(status) && status is not (EmulatedStatus.Unsubscribed or EmulatedStatus.Suppressed))
        {
            result = "ContactCannotBeUnsuppressed";
        }
        else
        {
            contact ??= Persons.Create(r.Account, email, null, r.Now);
            var values = ContactBody.Fields(r.Account, body);
            ContactBody.Apply(contact, body, values);
            var challenged = withChallenge && (StatusRules.IsOptedOut(contact.Status)
                || (book is not null && contact.IndexOfBook(book.Id) is >= 0 and var index && contact.Memberships[index].Status == MembershipStatus.Suppressed));
            if (!challenged)
            {
                Persons.MakeReachable(r.Account, contact, book, r.Now, r.Operation.Id, isExplicit: true);
            }

            result = challenged ? "ContactChallenged" : "ContactAdded";
        }

        return ApiResult.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("contact");
            if (contact is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                ContactJson.Write(writer, r.Account, contact, withFullData: true);
            }

            writer.WriteString("status", result);
            writer.WriteEndObject();
        });
    }

    /// <summary>The contact to unsubscribe; one that is not known yet is created, so that it can never be mailed.</summary>
    private static Contact Target(ApiRequest r, JsonElement body)
    {
        var email = ContactBody.Email(body);
        return r.Account.Contacts.ByEmail(email) ?? Persons.Create(r.Account, email, null, r.Now);
    }

    private static bool Holds(OptOut optOut)
    {
        var contact = optOut.Contact;
        if (optOut.BookId == 0)
        {
            return contact.Email is not null && contact.Status == optOut.Reason && contact.StatusSince == optOut.At;
        }

        var index = contact.IndexOfBook(optOut.BookId);
        return index >= 0 && contact.Memberships[index].Status == MembershipStatus.Suppressed && contact.Memberships[index].Since == optOut.At;
    }

    private static ApiResult Page(ApiRequest r, Func<OptOut, bool> filter)
    {
        var all = r.Account.OptOuts;
        var since = r.Instant("date");
        var (low, high) = (0, all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = all[middle].At < since ? (middle + 1, high) : (low, middle);
        }

        return ApiResult.Array(
            all.Skip(low).Where(filter), r.Page(), (writer, o) => WriteSuppression(writer, r.Account, o.Contact, o.At, o.Reason));
    }

    private static ApiResult Suppression(ApiRequest r, Contact contact, long at, EmulatedStatus reason)
        => ApiResult.Json(writer => WriteSuppression(writer, r.Account, contact, at, reason));

    private static void WriteSuppression(Utf8JsonWriter writer, AccountState account, Contact contact, long at, EmulatedStatus reason)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("suppressedContact");
        ContactJson.Write(writer, account, contact, withFullData: false);
        writer.WriteString("dateRemoved", JsonExtensions.Date(at));
        writer.WriteString("reason", reason.ToString());
        writer.WriteEndObject();
    }

    private static void WriteAll(Utf8JsonWriter writer, string name, List<(int Id, string? Email)> contacts)
    {
        writer.WriteStartArray(name);
        foreach (var (id, email) in contacts)
        {
            writer.WriteStartObject();
            writer.WriteNumber("id", id);
            writer.WriteString("email", email);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

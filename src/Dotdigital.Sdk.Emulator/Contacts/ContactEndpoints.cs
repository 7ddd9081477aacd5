using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.Contacts;

/// <summary>ApiContact: single contacts and the lists of contacts.</summary>
internal static class ContactEndpoints
{
    public static ApiResult ById(ApiRequest r) => Answer(r, 200, Require(r, "id"));

    public static ApiResult ByEmail(ApiRequest r) => Answer(r, 200, r.Account.Contacts.ByEmail(r.Text("email").Trim()) ?? throw NotFound());

    public static ApiResult Count(ApiRequest r) => ApiResult.Json(writer => writer.WriteNumberValue(r.Account.Contacts.Count));

    public static ApiResult List(ApiRequest r)
        => Page(r, Enumerable.Range(0, r.Account.Contacts.Slots).Select(r.Account.Contacts.At).OfType<Contact>().Where(HasEmail));

    public static ApiResult CreatedSince(ApiRequest r)
    {
        var first = r.Account.Contacts.FirstCreatedSince(r.Instant("date"));
        return Page(r, Enumerable.Range(first, r.Account.Contacts.Slots - first).Select(r.Account.Contacts.At).OfType<Contact>().Where(HasEmail));
    }

    public static ApiResult ModifiedSince(ApiRequest r) => Page(r, r.Account.Contacts.ModifiedSince(r.Instant("date")).Where(HasEmail), 2000);

    public static ApiResult InBook(ApiRequest r)
    {
        var book = r.Book();
        return book.IsReserved ? book.Id == 2 ? List(r) : Page(r, []) : Page(r, Members(r, book));
    }

    public static ApiResult ModifiedSinceInBook(ApiRequest r)
    {
        var book = r.Book();
        var modified = r.Account.Contacts.ModifiedSince(r.Instant("date")).Where(HasEmail);
        return Page(r, book.Id == 2 ? modified : modified.Where(c => IsMember(c, book)), 2000);
    }

    public static ApiResult Create(ApiRequest r)
    {
        using var document = r.Json();
        StatusWatch.V2(r, document.RootElement);
        var email = ContactBody.Email(document.RootElement);
        r.Account.KnownOptOuts.Watch(r, email, []);
        var values = ContactBody.Fields(r.Account, document.RootElement);
        if (r.Account.Contacts.ByEmail(email) is not null)
        {
            throw ApiErrorException.V2(400, "ERROR_NON_UNIQUE_EMAIL", $"There is already a contact '{email}'.");
        }

        RefuseSuppressed(r, email, null);
        var contact = Persons.Create(r.Account, email, null, r.Now);
        ContactBody.Apply(contact, document.RootElement, values);
        return Answer(r, 201, contact);
    }

    public static ApiResult Update(ApiRequest r)
    {
        using var document = r.Json();
        StatusWatch.V2(r, document.RootElement);
        var contact = Require(r, "id");
        var email = ContactBody.Email(document.RootElement);
        var values = ContactBody.Fields(r.Account, document.RootElement);
        if (StatusRules.IsOptedOut(contact.Status))
        {
            throw Suppressed();
        }

        if (!string.Equals(email, contact.Email, StringComparison.OrdinalIgnoreCase))
        {
            if (r.Account.Contacts.ByEmail(email) is not null)
            {
                throw ApiErrorException.V2(400, "ERROR_NON_UNIQUE_EMAIL", $"There is already a contact '{email}'.");
            }

            Persons.Rename(r.Account, contact, email, r.Now);
        }

        ContactBody.Apply(contact, document.RootElement, values);
        r.Account.Contacts.Touch(contact, r.Now);
        return Answer(r, 200, contact);
    }

    public static ApiResult Delete(ApiRequest r)
    {
        Persons.Delete(r.Account, Require(r, "id"));
        return ApiResult.Empty(204);
    }

    public static ApiResult AddToBook(ApiRequest r)
    {
        var book = r.WritableBook();
        using var document = r.Json();
        StatusWatch.V2(r, document.RootElement);
        var email = ContactBody.Email(document.RootElement);
        r.Account.KnownOptOuts.Watch(r, email, [book.Id]);
        var values = ContactBody.Fields(r.Account, document.RootElement);
        RefuseSuppressed(r, email, book);
        var contact = r.Account.Contacts.ByEmail(email) ?? Persons.Create(r.Account, email, null, r.Now);
        ContactBody.Apply(contact, document.RootElement, values);
        r.Account.Contacts.Touch(contact, r.Now);
        Memberships.Join(r.Account, contact, book, r.Now);
        return Answer(r, 200, contact);
    }

    public static ApiErrorException NotFound() => ApiErrorException.V2(404, "ERROR_CONTACT_NOT_FOUND", "The contact does not exist.");

    public static ApiErrorException Suppressed() => ApiErrorException.V2(400, "ERROR_CONTACT_SUPPRESSED", "Contact is suppressed.");

    public static Contact Require(ApiRequest r, string name) => r.Account.Contacts.ById(r.Id(name)) ?? throw NotFound();

    /// <summary>v2's members of a book: who unsubscribed from it is not among them, whoever the account suppresses still is.</summary>
    public static bool IsMember(Contact contact, AddressBook book)
        => contact.IndexOfBook(book.Id) is >= 0 and var index && contact.Memberships[index].Status != MembershipStatus.Suppressed;

    private static IEnumerable<Contact> Members(ApiRequest r, AddressBook book)
        => book.Ordered.Select(id => r.Account.Contacts.ById(id)).OfType<Contact>().Where(c => HasEmail(c) && IsMember(c, book));

    private static bool HasEmail(Contact contact) => contact.Email is not null;

    private static void RefuseSuppressed(ApiRequest r, string email, AddressBook? book)
    {
        var known = r.Account.Contacts.ByEmail(email) ?? r.Account.Contacts.Ghosts.GetValueOrDefault(email);
        if (known is not null && StatusRules.IsOptedOut(known.Status))
        {
            throw Suppressed();
        }

        if (known is not null && book is not null && known.IndexOfBook(book.Id) is >= 0 and var index && known.Memberships[index].Status == MembershipStatus.Suppressed)
        {
            throw ApiErrorException.V2(400, "ERROR_CONTACT_SUPPRESSEDFORADDRESSBOOK", "The contact is suppressed for this address book.");
        }
    }

    private static ApiResult Page(ApiRequest r, IEnumerable<Contact> contacts, int cap = 1000)
    {
        var full = r.Flag("withFullData");
        return ApiResult.Array(contacts, r.Page(cap), (writer, contact) => ContactJson.Write(writer, r.Account, contact, full));
    }

    private static ApiResult Answer(ApiRequest r, int status, Contact contact)
        => ApiResult.Json(status, writer => ContactJson.Write(writer, r.Account, contact, withFullData: true));
}

using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.AddressBooks;

/// <summary>ApiAddressBook. "Test" and "All Contacts" are there from the start and can be neither written nor deleted.</summary>
internal static class AddressBookEndpoints
{
    public static ApiResult List(ApiRequest r) => Page(r, r.Account.Books.Values);

    public static ApiResult Private(ApiRequest r) => Page(r, r.Account.Books.Values.Where(b => Is(b, "Private")));

    public static ApiResult Public(ApiRequest r) => Page(r, r.Account.Books.Values.Where(b => Is(b, "Public")));

    public static ApiResult ForContact(ApiRequest r)
    {
        var contact = r.Account.Contacts.ById(r.Id("contactId")) ?? throw ApiErrorException.V2(404, "ERROR_CONTACT_NOT_FOUND", "The contact does not exist.");
        return Page(r, contact.Memberships.Where(m => m.Status != MembershipStatus.Suppressed).Select(m => r.Account.Book(m.BookId)).OfType<AddressBook>());
    }

    public static ApiResult Get(ApiRequest r)
    {
        var book = r.Book("id");
        return ApiResult.Json(writer => Write(writer, r.Account, book));
    }

    public static ApiResult Create(ApiRequest r)
    {
        var (name, visibility) = Read(r, null);
        var book = r.Account.AddBook(name, visibility ?? "Private");
        return ApiResult.Json(201, writer => Write(writer, r.Account, book));
    }

    public static ApiResult Update(ApiRequest r)
    {
        var book = r.WritableBook("id");
        var (name, visibility) = Read(r, book);
        book.Name = name;
        book.Visibility = visibility ?? book.Visibility;
        return ApiResult.Json(writer => Write(writer, r.Account, book));
    }

    public static ApiResult Delete(ApiRequest r)
    {
        r.Account.DeleteBook(r.WritableBook("id"), r.Now);
        return ApiResult.Empty(200);
    }

    public static void Write(Utf8JsonWriter writer, AccountState account, AddressBook book)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id", book.Id);
        writer.WriteString("name", book.Name);
        writer.WriteString("visibility", book.Visibility);
        writer.WriteNumber("contacts", book is { IsReserved: true, Id: 2 } ? account.Contacts.Count : book.Subscribed);
        writer.WriteEndObject();
    }

    private static bool Is(AddressBook book, string visibility) => string.Equals(book.Visibility, visibility, StringComparison.Ordinal);

    private static ApiResult Page(ApiRequest r, IEnumerable<AddressBook> books) => ApiResult.Array(books, r.Page(), (writer, book) => Write(writer, r.Account, book));

    private static (string Name, string? Visibility) Read(ApiRequest r, AddressBook? self)
    {
        using var document = r.Json();
        var name = document.RootElement.Text("name")?.Trim();
        var visibility = document.RootElement.Text("visibility");
        if (string.IsNullOrEmpty(name) || name.Length > 128)
        {
            throw ApiErrorException.V2(400, "ERROR_ADDRESSBOOK_INVALID", "The address book must have a name of up to 128 characters.");
        }

        if (visibility is not null and not ("Private" or "Public"))
        {
            throw ApiErrorException.V2(400, "ERROR_ADDRESSBOOK_INVALID", $"'{visibility}' is not a visibility.");
        }

        return r.Account.BookByName(name) is { } other && !ReferenceEquals(other, self)
            ? throw ApiErrorException.V2(400, "ERROR_ADDRESSBOOK_DUPLICATE", $"There is already an address book or segment named '{name}'.")
            : (name, visibility);
    }
}

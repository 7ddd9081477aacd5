using System.Globalization;
using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.ContactsV3;

/// <summary>
/// GET /contacts/v3: pages by marker, contacts ascending by id. With <c>~listId</c> everybody with any standing on the list
/// is given, the suppressed ones too. A page costs its own size.
/// </summary>
internal static class ListEndpoint
{
    private const int DefaultLimit = 1000;

    public static ApiResult Get(ApiRequest r)
    {
        var limit = Limit(r);
        var after = 0;
        if (r.Query.TryGetValue("marker", out var text) && text.Length > 0)
        {
            var marker = Marker.Parse(text) ?? throw ApiErrorException.V3(400, "contacts:invalidMarker", $"The marker '{text}' is invalid");
            if (r.Account.Behaviour.MarkerLifetime is { } lifetime && r.Now - marker.Issued > lifetime.Ticks)
            {
                throw ApiErrorException.V3(400, "contacts:invalidMarker", "The marker has expired");
            }

            after = marker.After;
        }

        var parts = Parts(r);
        var page = new List<Contact>(Math.Min(limit + 1, 1024));
        foreach (var contact in Select(r, after))
        {
            page.Add(contact);
            if (page.Count > limit)
            {
                break;
            }
        }

        var more = page.Count > limit;
        if (more)
        {
            page.RemoveAt(limit);
        }

        return ApiResult.Json(writer =>
        {
            writer.WriteStartObject();
            WriteLinks(writer, r, after, more ? page[^1].Id : null);
            writer.WriteStartArray("_items");
            foreach (var contact in page)
            {
                ContactJson.Write(writer, r.Account, contact, parts);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    /// <summary>The contacts after an id that pass all filters, by the cheapest way there is.</summary>
    private static IEnumerable<Contact> Select(ApiRequest r, int after)
    {
        var account = r.Account;
        var modified = Instant(r, "~modified");
        var created = Instant(r, "~created");
        if (r.Query.ContainsKey("~segmentId"))
        {
            throw ApiErrorException.V3(400, "contacts:invalidFilter", "The emulator has no segments");
        }

        if (modified is not null && created is not null)
        {
            throw ApiErrorException.V3(400, "contacts:invalidFilter", "~created can't be used in conjunction with ~modified");
        }

        AddressBook? book = null;
        if (r.Query.TryGetValue("~listId", out var list))
        {
            book = int.TryParse(list, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && account.Book(id) is { IsReserved: false } found
                ? found
                : throw ApiErrorException.V3(400, "contacts:invalidFilter", $"The filter value '{list}' is invalid");
        }

        return (modified, book) switch
        {
            ({ } since, null) => After(account.Contacts.ModifiedSince(since), after),
            ({ } since, { } b) => After(account.Contacts.ModifiedSince(since), after).Where(c => c.IndexOfBook(b.Id) >= 0),
            (null, { } b) => InBook(account, b, after).Where(c => created is null || c.Created >= created),
            _ => BySlot(account, after, created),
        };
    }

    private static IEnumerable<Contact> BySlot(AccountState account, int after, long? created)
    {
        var first = Math.Max(0, after - ContactTable.FirstId + 1);
        if (created is { } since)
        {
            first = Math.Max(first, account.Contacts.FirstCreatedSince(since));
        }

        for (var slot = first; slot < account.Contacts.Slots; slot++)
        {
            if (account.Contacts.At(slot) is { } contact)
            {
                yield return contact;
            }
        }
    }

    private static IEnumerable<Contact> InBook(AccountState account, AddressBook book, int after)
    {
        var ids = book.Ordered;
        var index = Array.BinarySearch(ids, after + 1);
        for (index = index < 0 ? ~index : index; index < ids.Length; index++)
        {
            if (account.Contacts.ById(ids[index]) is { } contact)
            {
                yield return contact;
            }
        }
    }

    private static IEnumerable<Contact> After(Contact[] contacts, int after)
    {
        var low = 0;
        var high = contacts.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = contacts[middle].Id <= after ? (middle + 1, high) : (low, middle);
        }

        return new ArraySegment<Contact>(contacts, low, contacts.Length - low);
    }

    private static int Limit(ApiRequest r)
    {
        if (!r.Query.TryGetValue("limit", out var text))
        {
            return DefaultLimit;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= 5000
            ? limit
            : throw ApiErrorException.V3(400, "contacts:invalidLimit", $"The limit '{text}' must be between 1 and 5000");
    }

    private static long? Instant(ApiRequest r, string name)
    {
        if (!r.Query.TryGetValue(name, out var text))
        {
            return null;
        }

        return text.StartsWith("gte::", StringComparison.Ordinal) && text.EndsWith('Z')
            && DateTimeOffset.TryParseExact(
                text[5..], ["yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:ss.fffZ"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.UtcTicks
            : throw ApiErrorException.V3(400, "contacts:invalidFilter", $"The filter value '{text}' is invalid");
    }

    private static ContactParts Parts(ApiRequest r)
    {
        var parts = ContactParts.Key;
        if (r.Query.TryGetValue("include", out var include))
        {
            foreach (var name in include.Split('|', StringSplitOptions.RemoveEmptyEntries))
            {
                parts = name switch
                {
                    "channelProperties" => parts with { Channels = true },
                    "lists" => parts with { Lists = true },
                    "preferences" => parts with { Preferences = true },
                    "consentRecords" => parts with { Consents = true },
                    _ => throw ApiErrorException.V3(400, "contacts:invalidInclude", $"The include value '{name}' is invalid"),
                };
            }
        }

        if (r.Query.TryGetValue("data-fields", out var fields) && fields.Length > 0)
        {
            parts = parts with
            {
                HasFields = true,
                Fields = fields.Contains("[[ALL]]", StringComparison.OrdinalIgnoreCase)
                    ? r.Account.Fields.All
                    : [.. fields.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(name => r.Account.Fields.Find(name)
                        ?? throw ApiErrorException.V3(400, "contacts:invalidDataField", $"The data field '{name}' does not exist"))],
            };
        }

        return parts;
    }

    private static void WriteLinks(Utf8JsonWriter writer, ApiRequest r, int after, int? next)
    {
        writer.WriteStartObject("_links");
        WriteLink(writer, r, "self", after);
        WriteLink(writer, r, "first", 0);
        if (next is { } last)
        {
            WriteLink(writer, r, "next", last);
        }

        writer.WriteEndObject();
    }

    private static void WriteLink(Utf8JsonWriter writer, ApiRequest r, string name, int after)
    {
        var marker = new Marker(after, r.Now).ToString();
        var query = r.Query.Where(q => !string.Equals(q.Key, "marker", StringComparison.OrdinalIgnoreCase))
            .Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value)}").Append($"marker={Uri.EscapeDataString(marker)}");
        writer.WriteStartObject(name);
        writer.WriteString("marker", marker);
        writer.WriteString("link", new Uri(r.BaseAddress, $"/contacts/v3?{string.Join('&', query)}").AbsoluteUri);
        writer.WriteEndObject();
    }
}

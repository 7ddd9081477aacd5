using System.Globalization;
using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Faults;

namespace Dotdigital.Sdk.Emulator.Http;

/// <summary>A request as the endpoints see it: complete, authenticated, and with the instant at which it counts.</summary>
internal sealed class ApiRequest
{
    public required AccountState Account { get; init; }

    public required Operation Operation { get; init; }

    public required long Now { get; init; }

    public required IReadOnlyDictionary<string, string> Route { get; init; }

    public required IReadOnlyDictionary<string, string> Query { get; init; }

    public required string PathAndQuery { get; init; }

    public required byte[] Body { get; init; }

    public string? ContentType { get; init; }

    public ImportDirective? Directive { get; init; }

    public required Uri BaseAddress { get; init; }

    public bool IsV3 => Operation.IsV3;

    public int Id(string name)
        => int.TryParse(Route[name], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : throw ApiErrorException.V2(400, "ERROR_PARAMETER_INVALID", $"'{Route[name]}' is not a valid {name}.");

    public string Text(string name) => Route[name];

    public bool Flag(string name) => Query.TryGetValue(name, out var text) && bool.TryParse(text, out var flag) && flag;

    public AddressBook Book(string name = "addressBookId")
        => Account.Book(Id(name)) ?? throw ApiErrorException.V2(404, "ERROR_ADDRESSBOOK_NOT_FOUND", "The address book does not exist.");

    public AddressBook WritableBook(string name = "addressBookId")
    {
        var book = Book(name);
        return book.IsReserved
            ? throw ApiErrorException.V2(400, "ERROR_ADDRESSBOOK_NOTWRITABLE", $"The address book '{book.Name}' cannot be written to.")
            : book;
    }

    /// <summary>An instant of the path. Without a time it is the day's first instant; without an offset it is UTC.</summary>
    public long Instant(string name)
        => DateTimeOffset.TryParse(Route[name], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant.UtcTicks
            : throw ApiErrorException.V2(400, "ERROR_PARAMETER_INVALID", $"'{Route[name]}' is not a valid date.");

    /// <summary>v2 paging: <c>select</c> (also the largest page) and <c>skip</c>.</summary>
    public (int Skip, int Take) Page(int cap = 1000)
    {
        var take = Number("select", cap);
        var skip = Number("skip", 0);
        return take < 1 || skip < 0
            ? throw ApiErrorException.V2(400, "ERROR_PARAMETER_INVALID", "select must be positive, and skip not negative.")
            : (skip, Math.Min(take, cap));
    }

    public JsonDocument Json()
    {
        try
        {
            return JsonDocument.Parse(Body);
        }
        catch (JsonException e)
        {
            throw IsV3
                ? ApiErrorException.V3(400, "contacts:badJson", "The request JSON is badly formed")
                : ApiErrorException.V2(400, "ERROR_MALFORMED_REQUEST", $"The request is not valid JSON: {e.Message}");
        }
    }

    private int Number(string name, int otherwise)
    {
        if (!Query.TryGetValue(name, out var text) || text.Length == 0)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw ApiErrorException.V2(400, "ERROR_PARAMETER_INVALID", $"'{text}' is not a valid {name}.");
    }
}

using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Dotdigital.Sdk.Benchmarks.Client;

/// <summary>The floor: HttpClient, a rented buffer, and a reader written by hand for just this page. It trusts the names' order, and nothing else can go wrong.</summary>
internal sealed class FloorReader(HttpClient http)
{
    private readonly string[] names = ["FIRSTNAME", "LASTNAME", "FULLNAME", "GENDER", "POSTCODE", "POINTS", "ORDERS", "VIP", "LASTORDER", "BIRTHDAY"];
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(1024 * 1024);

    public async Task<long> ReadAllAsync()
    {
        long total = 0;
        for (var skip = 0; ; skip += LoopbackPages.PageSize)
        {
            var length = await FetchAsync(string.Create(CultureInfo.InvariantCulture, $"v2/contacts?withFullData=true&select=1000&skip={skip}"));
            var page = Parse(buffer.AsSpan(0, length));
            if (page.Count == 0)
            {
                return total;
            }

            foreach (var contact in page)
            {
                total += contact.Id;
            }
        }
    }

    private async Task<int> FetchAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var length = 0;
        while (await stream.ReadAsync(buffer.AsMemory(length)) is > 0 and var read)
        {
            length += read;
            if (length == buffer.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(length * 2);
                buffer.CopyTo(larger, 0);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
        }

        return length;
    }

    private List<FloorContact> Parse(ReadOnlySpan<byte> json)
    {
        var contacts = new List<FloorContact>(LoopbackPages.PageSize);
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            contacts.Add(ParseContact(ref reader));
        }

        return contacts;
    }

    private FloorContact ParseContact(ref Utf8JsonReader reader)
    {
        var contact = new FloorContact { Names = names };
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                contact.Id = reader.GetInt64();
            }
            else if (reader.ValueTextEquals("email"u8))
            {
                reader.Read();
                contact.Email = reader.GetString();
            }
            else if (reader.ValueTextEquals("dataFields"u8))
            {
                contact.Values = ParseFields(ref reader);
            }
            else if (reader.ValueTextEquals("status"u8))
            {
                reader.Read();
                contact.Status = reader.ValueTextEquals("Subscribed"u8) ? "Subscribed" : reader.GetString();
            }
            else if (reader.ValueTextEquals("optInType"u8))
            {
                reader.Read();
                contact.OptInType = reader.ValueTextEquals("Single"u8) ? "Single" : reader.GetString();
            }
            else if (reader.ValueTextEquals("emailType"u8))
            {
                reader.Read();
                contact.EmailType = reader.ValueTextEquals("Html"u8) ? "Html" : reader.GetString();
            }
            else
            {
                reader.Skip();
            }
        }

        return contact;
    }

    private FloorValue[] ParseFields(ref Utf8JsonReader reader)
    {
        var values = new FloorValue[names.Length];
        var count = 0;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            reader.Read();
            reader.Read();
            if (!reader.ValueTextEquals(names[count]))
            {
                throw new InvalidDataException("The page is not the one this reader was written for.");
            }

            reader.Read();
            reader.Read();
            values[count++] = reader.TokenType switch
            {
                JsonTokenType.String => new(reader.GetString(), 0),
                JsonTokenType.Number => new(null, reader.GetDecimal()),
                JsonTokenType.True => new(null, 1),
                _ => default,
            };
            reader.Read();
        }

        return values;
    }

    private readonly record struct FloorValue(string? Text, decimal Number);

    private sealed class FloorContact
    {
        public long Id { get; set; }

        public string? Email { get; set; }

        public string? OptInType { get; set; }

        public string? EmailType { get; set; }

        public string? Status { get; set; }

        public string[] Names { get; set; } = [];

        public FloorValue[] Values { get; set; } = [];
    }
}

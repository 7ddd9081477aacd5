using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Dotdigital.Sdk.LoadRun;

/// <summary>What one would write in an afternoon: HttpClient, a CSV writer by hand, ADO.NET. No opt-outs, no restarts, no settlement; the floor of the data's own way.</summary>
internal sealed class StraightRun(LoadOptions options, Uri emulator, string connectionString)
{
    private const int RowsPerFile = 10_000;
    private readonly HttpClient _http = new() { BaseAddress = emulator, DefaultRequestHeaders = { Authorization = Basic() } };

    public async Task RunAsync()
    {
        await Phase.MeasureAsync("first sync (export, status, ids read back), straight-line", async () =>
        {
            for (var book = 0; book < options.Books; book++)
            {
                await ExportAsync($"Straight {book}", (int)((long)options.Contacts * book / options.Books), (int)((long)options.Contacts * (book + 1) / options.Books));
            }

            await ImportAsync();
        });
        await Phase.MeasureAsync("comparison of keys alone, straight-line", CompareKeysAsync);
    }

    private static AuthenticationHeaderValue Basic() => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{EmulatorProcess.UserName}:{EmulatorProcess.Password}")));

    private async Task ExportAsync(string name, int from, int to)
    {
        var book = (await PostAsync("/v2/address-books", new StringContent($$"""{"name":"{{name}}","visibility":"Private"}""", Encoding.UTF8, "application/json"))).GetProperty("id").GetInt32();
        var people = new People(from, to);
        for (var start = from; start < to; start += RowsPerFile)
        {
            using var file = new MemoryStream();
            WriteCsv(file, people, start, Math.Min(start + RowsPerFile, to));
            using var content = new ByteArrayContent(file.GetBuffer(), 0, (int)file.Length);
            content.Headers.ContentType = new("text/csv");
            using var form = new MultipartFormDataContent { { content, "file", "contacts.csv" } };
            var id = (await PostAsync(string.Create(CultureInfo.InvariantCulture, $"/v2/address-books/{book}/contacts/import"), form)).GetProperty("id").GetString()!;
            while ((await GetAsync($"/v2/contacts/import/{id}")).GetProperty("status").GetString() == "NotFinished")
            {
                await Task.Delay(10);
            }

            await GetAsync($"/v2/contacts/import/{id}/report");
        }
    }

    private static void WriteCsv(Stream file, People people, int from, int to)
    {
        using var writer = new StreamWriter(file, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        writer.Write("Email,FIRSTNAME,LASTNAME,TOWN,POINTS,VIP,LASTORDER\r\n");
        for (var person = from; person < to; person++)
        {
            writer.Write(People.EmailOf(person));
            foreach (var field in People.Fields)
            {
                writer.Write(',');
                writer.Write(people.ValueOf(person, field) switch
                {
                    string text => text,
                    bool yes => yes ? "true" : "false",
                    DateOnly day => day.ToString("yyyy-MM-dd'T00:00:00'", CultureInfo.InvariantCulture),
                    var other => Convert.ToString(other, CultureInfo.InvariantCulture),
                });
            }

            writer.Write("\r\n");
        }
    }

    /// <summary>Every contact of the account, into a table.</summary>
    private async Task ImportAsync()
    {
        await using var table = await ContactTable.OpenAsync(options.IsPostgres, connectionString);
        var marker = "";
        do
        {
            using var answer = await _http.GetAsync(new Uri($"/contacts/v3?limit=5000&include=channelProperties%7Clists&data-fields=%5B%5BALL%5D%5D{marker}", UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            using var page = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync());
            await table.AddAsync(page.RootElement.GetProperty("_items").EnumerateArray().Select(static contact =>
                (contact.GetProperty("identifiers").GetProperty("email").GetString()!, contact.GetProperty("contactId").GetInt64(), contact.GetProperty("dataFields").GetRawText())));
            marker = page.RootElement.TryGetProperty("_links", out var links) && links.TryGetProperty("next", out var next) && next.ValueKind == JsonValueKind.Object
                ? "&marker=" + Uri.EscapeDataString(next.GetProperty("marker").GetString()!)
                : "";
        }
        while (marker.Length > 0);
    }

    private async Task CompareKeysAsync()
    {
        await using var table = await ContactTable.OpenAsync(options.IsPostgres, connectionString);
        var missing = await table.CompareAsync(options.Contacts);
        if (missing != 0)
        {
            throw new InvalidOperationException($"{missing} people are missing.");
        }
    }

    private async Task<JsonElement> PostAsync(string path, HttpContent content)
    {
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), content);
        return await ReadAsync(answer);
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return await ReadAsync(answer);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        using var document = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync());
        return document.RootElement.Clone();
    }
}

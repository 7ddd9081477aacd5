using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Dotdigital.Sdk.Emulator.Control;

namespace Dotdigital.Sdk.Emulator.Tests;

/// <summary>An emulator on a free port with a manual clock, and a signed-in client to talk to it.</summary>
internal sealed class TestEmulator : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private TestEmulator(DotdigitalEmulator emulator)
    {
        Emulator = emulator;
        Main = emulator.Accounts.First();
        Http = Client(emulator, Main);
    }

    public DotdigitalEmulator Emulator { get; }

    public EmulatedAccount Main { get; }

    public HttpClient Http { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<TestEmulator> StartAsync(Action<EmulatorOptions>? configure = null)
    {
        var options = new EmulatorOptions { Start = Start, ClockSpeed = 0 };
        configure?.Invoke(options);
        return new TestEmulator(await DotdigitalEmulator.StartAsync(options, Cancel));
    }

    public static HttpClient Client(DotdigitalEmulator emulator, EmulatedAccount account)
    {
        var client = new HttpClient { BaseAddress = emulator.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.UserName}:{account.Password}")));
        return client;
    }

    public Task<JsonElement> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK) => SendAsync(HttpMethod.Get, path, null, expected);

    public Task<JsonElement> PostAsync(string path, object body, HttpStatusCode expected = HttpStatusCode.OK) => SendAsync(HttpMethod.Post, path, body, expected);

    public Task<JsonElement> PutAsync(string path, object body, HttpStatusCode expected = HttpStatusCode.OK) => SendAsync(HttpMethod.Put, path, body, expected);

    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }

        using var response = await Http.SendAsync(request, Cancel);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(expected == response.StatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone();
    }

    /// <summary>Posts a CSV import and gives its id.</summary>
    public async Task<string> ImportCsvAsync(string csv, int? bookId = null, string? mergeOption = null)
    {
        var path = (bookId is { } id ? string.Create(CultureInfo.InvariantCulture, $"/v2/address-books/{id}/contacts/import") : "/v2/contacts/import")
            + (mergeOption is null ? "" : $"/with-merge-option/{mergeOption}");
        var answer = await PostAsync(path, new { fileName = "contacts.csv", data = Encoding.UTF8.GetBytes(csv) }, HttpStatusCode.Accepted);
        return answer.GetProperty("id").GetString()!;
    }

    public async Task<string> ImportStatusAsync(string id) => (await GetAsync($"/v2/contacts/import/{id}")).GetProperty("status").GetString()!;

    public async Task<string> FaultsAsync(string id) => await Http.GetStringAsync($"/v2/contacts/import/{id}/report-faults", Cancel);

    public async Task<string> ImportV3Async(object body)
        => (await PutAsync("/contacts/v3/import", body, HttpStatusCode.Accepted)).GetProperty("importId").GetString()!;

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Emulator.DisposeAsync();
    }
}

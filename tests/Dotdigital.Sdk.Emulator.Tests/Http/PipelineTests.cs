using System.Globalization;
using System.Net;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.Tests.Http;

public sealed class PipelineTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Request_WithoutTheRightPassword_Answers401WithoutAToken()
    {
        await using var test = await TestEmulator.StartAsync();
        using var stranger = new HttpClient { BaseAddress = test.Emulator.BaseAddress };
        using var answer = await stranger.GetAsync("/v2/account-info", Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain("ERROR_", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Request_OfAnotherRegion_Answers403_ButAccountInfoNamesTheRightOne()
    {
        await using var test = await TestEmulator.StartAsync(o => o.Accounts.Add(new EmulatorAccountOptions { ApiEndpoint = new Uri("https://r2-api.dotdigital.com/") }));
        var info = await test.GetAsync("/v2/account-info");
        Assert.Contains(info.GetProperty("properties").EnumerateArray(), p => p.Str("name") == "ApiEndpoint" && p.Str("value") == "https://r2-api.dotdigital.com/");
        await test.GetAsync("/v2/address-books", HttpStatusCode.Forbidden);
        await test.GetAsync("/contacts/v3", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AccountInfo_NamesTheEmulatorItself()
    {
        await using var test = await TestEmulator.StartAsync();
        var info = await test.GetAsync("/v2/account-info");
        Assert.Contains(info.GetProperty("properties").EnumerateArray(), p => p.Str("name") == "ApiEndpoint" && p.Str("value") == test.Emulator.BaseAddress.AbsoluteUri);
    }

    [Fact]
    public async Task Request_ForAnUnservedOperation_Answers501NamingIt()
    {
        await using var test = await TestEmulator.StartAsync();
        var error = await test.GetAsync("/v2/programs", HttpStatusCode.NotImplemented);
        Assert.Contains("GET /v2/programs", error.Str("message"));
    }

    [Fact]
    public async Task Answers_AreDatedByTheEmulatorsClock()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Emulator.Clock.Advance(TimeSpan.FromDays(2));
        using var answer = await test.Http.GetAsync("/v2/server-time", Cancel);
        Assert.Equal(TestEmulator.Start.AddDays(2), answer.Headers.Date);
        Assert.Equal("\"2026-03-03T12:00:00Z\"", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Accounts_AreApart()
    {
        await using var test = await TestEmulator.StartAsync(o =>
        {
            o.Accounts.Add(new EmulatorAccountOptions { Name = "one" });
            o.Accounts.Add(new EmulatorAccountOptions { Name = "two" });
        });
        test.Emulator.Account("two").AddContact("a@example.com");
        await test.GetAsync("/v2/contacts/a@example.com", HttpStatusCode.NotFound);
        using var two = TestEmulator.Client(test.Emulator, test.Emulator.Account("two"));
        using var answer = await two.GetAsync("/v2/contacts/a@example.com", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task RateLimit_OfATier_IsPerMinuteAndLeavesOtherTiersAlone()
    {
        await using var test = await TestEmulator.StartAsync(o => o.RateLimits.Low = 2);
        using var first = await test.Http.GetAsync("/v2/contacts", Cancel);
        await test.GetAsync("/v2/contacts");
        using var third = await test.Http.GetAsync("/v2/contacts", Cancel);
        await test.GetAsync("/v2/account-info");
        Assert.Equal(("2", "1", "lowCallRate"), (Header(first, "X-RateLimit-Limit"), Header(first, "X-RateLimit-Remaining"), Header(first, "X-RateLimit-Scope")));
        Assert.Equal((HttpStatusCode)429, third.StatusCode);
        Assert.Equal("0", Header(third, "X-RateLimit-Remaining"));
        Assert.Equal(TestEmulator.Start.AddMinutes(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), Header(third, "X-RateLimit-Reset"));
        test.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        await test.GetAsync("/v2/contacts");
        Assert.Equal(4, test.Main.CountOf(RateTier.Low));
    }

    [Fact]
    public async Task RateLimit_OfTheFlatScheme_Answers400WithItsToken()
    {
        await using var test = await TestEmulator.StartAsync(o => o.RateLimits.FlatPerHour = 1);
        await test.GetAsync("/v2/contacts");
        var error = await test.GetAsync("/v2/account-info", HttpStatusCode.BadRequest);
        Assert.Contains("ERROR_APIUSAGE_EXCEEDED", error.Str("message"));
        test.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        await test.GetAsync("/v2/account-info");
    }

    [Fact]
    public async Task Requests_AreLoggedAndCounted()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Http.DefaultRequestHeaders.Add("x-ddg-integration-token", "5a96bc79-19a7-4544-973b-e2da0c9136f9");
        await test.GetAsync("/v2/contacts?select=5");
        await test.GetAsync("/v2/contacts");
        var entry = test.Main.Requests[0];
        Assert.Equal(("ApiContact_GetContacts", "/v2/contacts?select=5", 200, "5a96bc79-19a7-4544-973b-e2da0c9136f9"), (entry.Operation, entry.PathAndQuery, entry.Status, entry.IntegrationToken));
        Assert.Equal(2, Assert.Single(test.Main.RequestCounts).Count);
    }

    [Fact]
    public async Task MalformedJson_IsRefusedInTheWayOfItsVersion()
    {
        await using var test = await TestEmulator.StartAsync();
        var v2 = await test.PostAsync("/v2/contacts", "{", HttpStatusCode.BadRequest);
        var v3 = await test.PutAsync("/contacts/v3/import", "{", HttpStatusCode.BadRequest);
        Assert.Contains("ERROR_MALFORMED_REQUEST", v2.Str("message"));
        Assert.Equal("contacts:badJson", v3.Str("errorCode"));
    }

    [Fact]
    public async Task Chaos_ChangesCasingEnumsAndProperties_NotTheData()
    {
        await using var test = await TestEmulator.StartAsync(o => o.Chaos = ChaosJson.All);
        test.Main.AddContact("a@example.com", null, new Dictionary<string, string?> { ["FIRSTNAME"] = "Ann" });
        var contact = (await test.GetAsync("/contacts/v3?data-fields=FIRSTNAME&include=channelProperties%7Clists")).GetProperty("_items")[0];
        Assert.Equal("Ann", contact.GetProperty("DataFields").Str("FIRSTNAME"));
        Assert.Equal("NeverHeardOf", contact.GetProperty("ChannelProperties").GetProperty("Email").Str("EmailType"));
        Assert.True(contact.TryGetProperty("neverHeardOf", out _));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, contact.GetProperty("Lists").ValueKind);
    }

    [Fact]
    public async Task TwoClientsAtOnce_LoseNothing()
    {
        await using var test = await TestEmulator.StartAsync();
        var book = test.Main.CreateAddressBook("News");
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), Cancel, async (i, _) =>
            await test.PostAsync($"/v2/address-books/{book}/contacts", new { email = $"u{i}@example.com" }));
        Assert.Equal(200, test.Main.AddressBooks.Single(b => b.Id == book).Subscribed);
        Assert.Equal(200, test.Main.Contacts.Select(c => c.Id).Distinct().Count());
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();
}

using System.Net;

namespace Dotdigital.Sdk.Emulator.Tests.Control;

public sealed class ControlHttpTests
{
    [Fact]
    public async Task AnotherProcess_CanDoWhatATestCan()
    {
        await using var test = await TestEmulator.StartAsync();
        var book = (await test.PostAsync("/_control/accounts/main/create-address-book", new { name = "News" })).GetInt32();
        await test.PostAsync("/_control/accounts/main/add-contact", new { email = "a@example.com", addressBookIds = new[] { book }, dataFields = new { FIRSTNAME = "Ann" } });
        await test.PostAsync("/_control/accounts/main/unsubscribe", new { email = "a@example.com", addressBookId = book });
        var contact = await test.PostAsync("/_control/accounts/main/contact", new { email = "a@example.com" });
        Assert.Equal("Suppressed", contact.GetProperty("memberships")[0].Str("status"));
        Assert.Equal("Ann", test.Main.Contact("a@example.com")!.DataFields["FIRSTNAME"]);
    }

    [Fact]
    public async Task Clock_CanBeReadAndAdvanced()
    {
        await using var test = await TestEmulator.StartAsync();
        await test.PostAsync("/_control/clock", new { advance = "00:05:00" });
        Assert.Equal(TestEmulator.Start.AddMinutes(5), (await test.GetAsync("/_control/clock")).GetProperty("now").GetDateTimeOffset());
    }

    [Fact]
    public async Task Faults_CanBeSetAndCleared()
    {
        await using var test = await TestEmulator.StartAsync();
        await test.PostAsync("/_control/faults", new { kind = "ServerError", status = 502, operation = "ApiAddressBook_GetAddressBooks", times = 5 });
        await test.GetAsync("/v2/address-books", HttpStatusCode.BadGateway);
        await test.SendAsync(HttpMethod.Delete, "/_control/faults", null, HttpStatusCode.OK);
        await test.GetAsync("/v2/address-books");
        Assert.Empty(test.Emulator.Faults.ToList());
    }

    [Fact]
    public async Task Mistakes_AreExplained()
    {
        await using var test = await TestEmulator.StartAsync();
        var unknown = await test.PostAsync("/_control/accounts/main/dance", new { }, HttpStatusCode.BadRequest);
        var nobody = await test.PostAsync("/_control/accounts/main/unsubscribe", new { email = "x@example.com" }, HttpStatusCode.BadRequest);
        Assert.Contains("dance", unknown.Str("message"));
        Assert.Contains("x@example.com", nobody.Str("message"));
        Assert.Contains("open-many", (await test.GetAsync("/_control/commands")).EnumerateArray().Select(c => c.GetString()));
    }
}

using System.Net;
using System.Text.Json;
using Dotdigital.Sdk.Emulator.Accounts;

namespace Dotdigital.Sdk.Emulator.Tests.Contacts;

public sealed class ContactTests
{
    [Fact]
    public async Task Create_ThenGet_ByIdAndByEmailIgnoringCase()
    {
        await using var test = await TestEmulator.StartAsync();
        var created = await test.PostAsync(
            "/v2/contacts", new { Email = "Ann+1@Example.com", OptInType = "Single", DataFields = new[] { new { Key = "FIRSTNAME", Value = "Ann" } } }, HttpStatusCode.Created);
        var byId = await test.GetAsync($"/v2/contacts/{created.Int("id")}");
        var byEmail = await test.GetAsync("/v2/contacts/ann%2B1@example.COM");
        Assert.Equal("Ann+1@Example.com", byId.Str("email"));
        Assert.Equal(("Single", "Subscribed"), (byEmail.Str("optInType"), byEmail.Str("status")));
        Assert.Contains(byEmail.GetProperty("dataFields").EnumerateArray(), f => f.Str("key") == "FIRSTNAME" && f.Str("value") == "Ann");
    }

    [Fact]
    public async Task Create_StampsLastSubscribed()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Main.AddContact("a@example.com");
        Assert.Equal(TestEmulator.Start.UtcDateTime, test.Main.Contact("a@example.com")!.DataFields["LASTSUBSCRIBED"]);
    }

    [Fact]
    public async Task Get_OfANonexistentContact_AnswersItsToken()
    {
        await using var test = await TestEmulator.StartAsync();
        Assert.Contains("ERROR_CONTACT_NOT_FOUND", (await test.GetAsync("/v2/contacts/99", HttpStatusCode.NotFound)).Str("message"));
        Assert.Contains("ERROR_CONTACT_NOT_FOUND", (await test.GetAsync("/v2/contacts/x@example.com", HttpStatusCode.NotFound)).Str("message"));
    }

    [Fact]
    public async Task ModifiedSince_GivesOnlyWhatChanged_AndPagesByTwoThousand()
    {
        await using var test = await TestEmulator.StartAsync();
        var book = test.Main.CreateAddressBook("News");
        test.Main.AddContacts("u{0}@example.com", 0, 2500, [book]);
        test.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        test.Main.SetDataField("u7@example.com", "FIRSTNAME", "Seven");

        var all = await test.GetAsync($"/v2/address-books/{book}/contacts/modified-since/2026-03-01T12:00:00Z?select=5000");
        var rest = await test.GetAsync($"/v2/address-books/{book}/contacts/modified-since/2026-03-01T12:00:00Z?select=5000&skip=2000");
        var late = await test.GetAsync("/v2/contacts/modified-since/2026-03-01T12:30:00Z?withFullData=true");
        Assert.Equal((2000, 500), (all.GetArrayLength(), rest.GetArrayLength()));
        Assert.Equal(["u7@example.com"], late.Each("email"));
    }

    [Fact]
    public async Task BookContacts_PageByOneThousand_WithoutDataUnlessAskedFor()
    {
        await using var test = await TestEmulator.StartAsync();
        var book = test.Main.CreateAddressBook("News");
        test.Main.AddContacts("u{0}@example.com", 0, 1500, [book]);
        var page = await test.GetAsync($"/v2/address-books/{book}/contacts");
        var next = await test.GetAsync($"/v2/address-books/{book}/contacts?select=1000&skip=1000&withFullData=true");
        Assert.Equal((1000, 500), (page.GetArrayLength(), next.GetArrayLength()));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Array), (page[0].GetProperty("dataFields").ValueKind, next[0].GetProperty("dataFields").ValueKind));
    }

    [Fact]
    public async Task Delete_FreesTheAddress_AndANewContactGetsANewId()
    {
        await using var test = await TestEmulator.StartAsync();
        var old = test.Main.AddContact("a@example.com");
        await test.SendAsync(HttpMethod.Delete, $"/v2/contacts/{old.Id}", null, HttpStatusCode.NoContent);
        await test.GetAsync($"/v2/contacts/{old.Id}", HttpStatusCode.NotFound);
        var created = await test.PostAsync("/v2/contacts", new { email = "a@example.com" }, HttpStatusCode.Created);
        Assert.NotEqual(old.Id, created.Int("id"));
    }

    [Fact]
    public async Task AddToBook_OfASuppressedPerson_IsRefused()
    {
        await using var test = await TestEmulator.StartAsync();
        var book = test.Main.CreateAddressBook("News");
        test.Main.AddContact("gone@example.com", status: EmulatedStatus.Unsubscribed);
        test.Main.AddContact("left@example.com", [book]);
        test.Main.Unsubscribe("left@example.com", book);
        var gone = await test.PostAsync($"/v2/address-books/{book}/contacts", new { email = "gone@example.com" }, HttpStatusCode.BadRequest);
        var left = await test.PostAsync($"/v2/address-books/{book}/contacts", new { email = "left@example.com" }, HttpStatusCode.BadRequest);
        Assert.EndsWith("ERROR_CONTACT_SUPPRESSED", gone.Str("message"));
        Assert.EndsWith("ERROR_CONTACT_SUPPRESSEDFORADDRESSBOOK", left.Str("message"));
    }

    [Fact]
    public async Task AStatusInABody_IsIgnoredAndNoted()
    {
        await using var test = await TestEmulator.StartAsync();
        var created = await test.PostAsync("/v2/contacts", new { email = "a@example.com", status = "Suppressed" }, HttpStatusCode.Created);
        Assert.Equal("Subscribed", created.Str("status"));
        Assert.Equal(ViolationKind.StatusSent, Assert.Single(test.Main.Violations).Kind);
    }

    [Fact]
    public async Task BulkDeleteFromBook_IsAJobToPoll()
    {
        await using var test = await TestEmulator.StartAsync(o => o.Behaviour = new EmulatorBehaviour { DeletionDelay = TimeSpan.FromMinutes(1) });
        var book = test.Main.CreateAddressBook("News");
        var ids = new[] { "a@example.com", "b@example.com" }.Select(e => test.Main.AddContact(e, [book]).Id).ToArray();
        var job = await test.PostAsync($"/v2/address-books/{book}/contacts/delete", ids, HttpStatusCode.Accepted);
        var before = await test.GetAsync($"/v2/contacts/deletion/{job.Str("id")}");
        test.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        var after = await test.GetAsync($"/v2/contacts/deletion/{job.Str("id")}");
        Assert.Equal(("Started", "Completed"), (before.Str("status"), after.Str("status")));
        Assert.Equal(0, test.Main.AddressBooks.Single(b => b.Id == book).Subscribed);
        Assert.NotNull(test.Main.Contact("a@example.com"));
    }
}

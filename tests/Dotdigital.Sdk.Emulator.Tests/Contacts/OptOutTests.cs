using System.Net;
using Dotdigital.Sdk.Emulator.Accounts;

namespace Dotdigital.Sdk.Emulator.Tests.Contacts;

public sealed class OptOutTests
{
    [Fact]
    public async Task UnsubscribeFromBook_LeavesOtherBooksAlone()
    {
        await using var test = await TestEmulator.StartAsync();
        var (one, two) = (test.Main.CreateAddressBook("One"), test.Main.CreateAddressBook("Two"));
        test.Main.AddContact("a@example.com", [one, two]);
        var answer = await test.PostAsync($"/v2/address-books/{one}/contacts/unsubscribe", new { email = "a@example.com" });
        var contact = test.Main.Contact("a@example.com")!;
        Assert.Equal(("Unsubscribed", EmulatedStatus.Subscribed), (answer.Str("reason"), contact.Status));
        Assert.Equal((false, true), (contact.IsReachableIn(one), contact.IsReachableIn(two)));
        Assert.Equal(1, (await test.GetAsync($"/v2/address-books/{one}/contacts/unsubscribed-since/2026-01-01T00:00:00Z")).GetArrayLength());
        Assert.Equal(0, (await test.GetAsync($"/v2/address-books/{two}/contacts/unsubscribed-since/2026-01-01T00:00:00Z")).GetArrayLength());
        Assert.Equal(0, (await test.GetAsync("/v2/contacts/suppressed-since/2026-01-01T00:00:00Z")).GetArrayLength());
    }

    [Fact]
    public async Task Unsubscribe_FromTheAccount_IsInBothAccountLists()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Main.AddContact("a@example.com");
        test.Main.AddContact("b@example.com");
        await test.PostAsync("/v2/contacts/unsubscribe", new { email = "a@example.com" });
        test.Main.HardBounce("b@example.com");
        var unsubscribed = await test.GetAsync("/v2/contacts/unsubscribed-since/2026-01-01T00:00:00Z");
        var suppressed = await test.GetAsync("/v2/contacts/suppressed-since/2026-01-01T00:00:00Z");
        Assert.Equal("a@example.com", unsubscribed[0].GetProperty("suppressedContact").Str("email"));
        Assert.Equal(1, unsubscribed.GetArrayLength());
        Assert.Equal(["Unsubscribed", "HardBounced"], suppressed.Each("reason"));
    }

    [Fact]
    public async Task SuppressedSince_LeavesOutWhatIsOlder_AndWhoCameBack()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Main.AddContact("old@example.com");
        test.Main.AddContact("back@example.com");
        test.Main.Unsubscribe("old@example.com");
        test.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        test.Main.Unsubscribe("back@example.com");
        test.Main.Resubscribe("back@example.com");
        Assert.Equal(0, (await test.GetAsync("/v2/contacts/suppressed-since/2026-03-01T12:30:00Z")).GetArrayLength());
        Assert.Equal(1, (await test.GetAsync("/v2/contacts/suppressed-since/2026-03-01T12:00:00Z")).GetArrayLength());
        Assert.Empty(test.Main.Violations);
    }

    [Fact]
    public async Task SuppressContacts_TellsWhoWasNotFound()
    {
        await using var test = await TestEmulator.StartAsync();
        var a = test.Main.AddContact("a@example.com");
        var answer = await test.PutAsync("/v2/contacts/suppress-contacts", new object[] { new { id = a.Id }, new { email = "x@example.com" } });
        Assert.Equal("a@example.com", answer.GetProperty("suppressed")[0].Str("email"));
        Assert.Equal("x@example.com", answer.GetProperty("notFound")[0].Str("email"));
        Assert.Equal(EmulatedStatus.Suppressed, test.Main.Contact("a@example.com")!.Status);
    }

    [Theory]
    [InlineData("resubscribe", "ContactChallenged", EmulatedStatus.Unsubscribed)]
    [InlineData("resubscribe-with-no-challenge", "ContactAdded", EmulatedStatus.Subscribed)]
    public async Task Resubscribe_IsTheLegalWayBack(string operation, string status, EmulatedStatus expected)
    {
        await using var test = await TestEmulator.StartAsync();
        test.Main.AddContact("a@example.com", status: EmulatedStatus.Unsubscribed);
        var answer = await test.PostAsync($"/v2/contacts/{operation}", new { unsubscribedContact = new { email = "a@example.com" } });
        Assert.Equal(status, answer.Str("status"));
        Assert.Equal(expected, test.Main.Contact("a@example.com")!.Status);
        Assert.Empty(test.Main.Violations);
    }

    [Fact]
    public async Task Resubscribe_OfAHardBounce_CannotBe()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Main.AddContact("a@example.com", status: EmulatedStatus.HardBounced);
        var answer = await test.PostAsync("/v2/contacts/resubscribe-with-no-challenge", new { unsubscribedContact = new { email = "a@example.com" } });
        Assert.Equal("ContactCannotBeUnsuppressed", answer.Str("status"));
    }

    [Fact]
    public async Task ResubscribeToBook_BringsBackToThatBook()
    {
        await using var test = await TestEmulator.StartAsync();
        var book = test.Main.CreateAddressBook("News");
        test.Main.AddContact("a@example.com", [book]);
        test.Main.Unsubscribe("a@example.com", book);
        await test.PostAsync($"/v2/address-books/{book}/contacts/resubscribe-with-no-challenge", new { unsubscribedContact = new { email = "a@example.com" } });
        Assert.True(test.Main.Contact("a@example.com")!.IsReachableIn(book));
        Assert.Empty(test.Main.Violations);
    }

    [Fact]
    public async Task DeletingAContact_DoesNotForgetItsOptOut()
    {
        await using var test = await TestEmulator.StartAsync();
        var book = test.Main.CreateAddressBook("News");
        var contact = test.Main.AddContact("a@example.com", [book]);
        test.Main.Unsubscribe("a@example.com");
        await test.SendAsync(HttpMethod.Delete, $"/v2/contacts/{contact.Id}", null, HttpStatusCode.NoContent);
        var id = await test.ImportCsvAsync("Email\r\na@example.com\r\n", book);
        Assert.Contains("Unsubscribed,a@example.com", await test.FaultsAsync(id));
        Assert.Null(test.Main.Contact("a@example.com"));
    }

    [Fact]
    public async Task RemovingFromABook_DoesNotForgetTheUnsubscriptionFromIt()
    {
        await using var test = await TestEmulator.StartAsync();
        var book = test.Main.CreateAddressBook("News");
        var contact = test.Main.AddContact("a@example.com", [book]);
        test.Main.Unsubscribe("a@example.com", book);
        await test.SendAsync(HttpMethod.Delete, $"/v2/address-books/{book}/contacts/{contact.Id}", null, HttpStatusCode.NoContent);
        await test.ImportCsvAsync("Email\r\na@example.com\r\n", book);
        Assert.False(test.Main.Contact("a@example.com")!.IsReachableIn(book));
    }
}

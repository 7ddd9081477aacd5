using System.Net;

namespace Dotdigital.Sdk.Emulator.Tests.AddressBooks;

public sealed class AddressBookTests
{
    [Fact]
    public async Task List_OfANewAccount_HoldsTheReservedBooks()
    {
        await using var test = await TestEmulator.StartAsync();
        var books = await test.GetAsync("/v2/address-books");
        Assert.Equal(["Test", "All Contacts"], books.Each("name"));
    }

    [Fact]
    public async Task CreateUpdateDelete_AreSeenByTheNextRead()
    {
        await using var test = await TestEmulator.StartAsync();
        var id = (await test.PostAsync("/v2/address-books", new { name = "News", visibility = "Public" }, HttpStatusCode.Created)).Int("id");
        await test.PutAsync($"/v2/address-books/{id}", new { name = "Newsletter" });
        var read = await test.GetAsync($"/v2/address-books/{id}");
        Assert.Equal(("Newsletter", "Public", 0), (read.Str("name"), read.Str("visibility"), read.Int("contacts")));
        await test.SendAsync(HttpMethod.Delete, $"/v2/address-books/{id}", null, HttpStatusCode.OK);
        var gone = await test.GetAsync($"/v2/address-books/{id}", HttpStatusCode.NotFound);
        Assert.Contains("ERROR_ADDRESSBOOK_NOT_FOUND", gone.Str("message"));
    }

    [Theory]
    [InlineData("All Contacts")]
    [InlineData("news")]
    public async Task Create_WithATakenName_IsRefusedAsDuplicate(string name)
    {
        await using var test = await TestEmulator.StartAsync();
        test.Main.CreateAddressBook("News");
        var error = await test.PostAsync("/v2/address-books", new { name }, HttpStatusCode.BadRequest);
        Assert.Contains("ERROR_ADDRESSBOOK_DUPLICATE", error.Str("message"));
    }

    [Fact]
    public async Task TestBook_IsNotWritable()
    {
        await using var test = await TestEmulator.StartAsync();
        var error = await test.PostAsync("/v2/address-books/1/contacts", new { email = "a@example.com" }, HttpStatusCode.BadRequest);
        Assert.Contains("ERROR_ADDRESSBOOK_NOTWRITABLE", error.Str("message"));
    }

    [Fact]
    public async Task List_PagesBySelectAndSkip_UntilAnEmptyPage()
    {
        await using var test = await TestEmulator.StartAsync();
        foreach (var i in Enumerable.Range(0, 5))
        {
            test.Main.CreateAddressBook($"Book {i}");
        }

        var sizes = new List<int>();
        for (var skip = 0; ; skip += 3)
        {
            var page = await test.GetAsync($"/v2/address-books?select=3&skip={skip}");
            sizes.Add(page.GetArrayLength());
            if (page.GetArrayLength() == 0)
            {
                break;
            }
        }

        Assert.Equal([3, 3, 1, 0], sizes);
    }

    [Fact]
    public async Task ForContact_ListsItsBooks_WithoutThoseItUnsubscribedFrom()
    {
        await using var test = await TestEmulator.StartAsync();
        var (one, two) = (test.Main.CreateAddressBook("One"), test.Main.CreateAddressBook("Two"));
        var contact = test.Main.AddContact("a@example.com", [one, two]);
        test.Main.Unsubscribe("a@example.com", two);
        var books = await test.GetAsync($"/v2/contacts/{contact.Id}/address-books");
        Assert.Equal(["One"], books.Each("name"));
    }
}

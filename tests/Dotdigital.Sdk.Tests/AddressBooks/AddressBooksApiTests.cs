using System.Net;
using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Testing;

namespace Dotdigital.Sdk.Tests.AddressBooks;

public sealed class AddressBooksApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAll_ShortPages_GoesOnByRowsReceivedUntilAnEmptyPage()
    {
        using var wire = new WireServer()
            .Answer("[]")
            .AnswerPage("skip", "0", """[{"id":1,"name":"a","visibility":"Public","contacts":3},{"id":2,"name":"b","visibility":"Private"}]""")
            .AnswerPage("skip", "2", """[{"id":3,"name":"c","visibility":"SomethingNew"}]""");

        var books = await wire.Client.AddressBooks.GetAllAsync(Token).ToListAsync(Token);

        Assert.Equal([1, 2, 3], books.Select(b => b.Id));
        Assert.Equal(
            ["/v2/address-books?select=1000&skip=0", "/v2/address-books?select=1000&skip=2", "/v2/address-books?select=1000&skip=3"],
            wire.Requests.Select(r => new Uri(r.Url).PathAndQuery));
        Assert.Equal(AddressBookVisibility.Public, books[0].Visibility);
        Assert.Equal("SomethingNew", books[2].Visibility.Value);
    }

    [Fact]
    public async Task GetPage_CarriesTheServersDate()
    {
        using var wire = new WireServer().Answer("""[{"Id":7,"NAME":"Odd case","visibility":null,"contacts":null,"brandNew":{"x":[1]}}]""", headers: ("Date", "Sun, 01 Mar 2026 12:00:00 GMT"));

        var page = await wire.Client.AddressBooks.GetPageAsync(20, 10, Token);

        wire.AssertRequest("GET", "/v2/address-books?select=10&skip=20");
        Assert.Equal(new AddressBook { Id = 7, Name = "Odd case" }, Assert.Single(page.Items));
        Assert.Equal(21, page.NextSkip);
        Assert.NotNull(page.ServerDate);
    }

    [Fact]
    public async Task Create_SendsNameAndVisibility()
    {
        using var wire = new WireServer().Answer("""{"id":9,"name":"News","visibility":"Private","contacts":0}""", HttpStatusCode.Created);

        var book = await wire.Client.AddressBooks.CreateAsync("News", AddressBookVisibility.Private, Token);

        var request = wire.AssertRequest("POST", "/v2/address-books");
        Assert.Equal("""{"name":"News","visibility":"Private"}""", request.Body);
        Assert.Equal("application/json; charset=utf-8", request.Headers!["Content-Type"].Single());
        Assert.Equal(9, book.Id);
    }

    [Fact]
    public async Task Get_Unknown_IsNotFoundWithTheApisCode()
    {
        using var wire = new WireServer().Answer("""{"message":"Address book not found. ERROR_ADDRESSBOOK_NOT_FOUND"}""", HttpStatusCode.NotFound);

        var error = await Assert.ThrowsAsync<DotdigitalNotFoundException>(() => wire.Client.AddressBooks.GetAsync(5, Token));

        Assert.True(error.HasCode(DotdigitalErrorCodes.AddressBookNotFound));
        Assert.Equal("/v2/address-books/{id}", error.RequestPath);
        wire.AssertRequest("GET", "/v2/address-books/5");
    }

    [Fact]
    public async Task Delete_NoContent_IsDone()
    {
        using var wire = new WireServer().Answer("", HttpStatusCode.NoContent);

        await wire.Client.AddressBooks.DeleteAsync(5, Token);

        wire.AssertRequest("DELETE", "/v2/address-books/5");
    }
}

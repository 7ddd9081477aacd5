using System.Net;
using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Tests.Docs;

public sealed class NewsletterTests
{
    // snippet: substitute
    [Fact]
    public async Task Join_AddsThePersonToTheBookOfThatName()
    {
        var books = Stub<IAddressBooksApi>.Of((nameof(IAddressBooksApi.GetAllAsync), _ => new[] { new AddressBook { Id = 7, Name = "News", Contacts = 41 } }.ToAsyncEnumerable()));
        var contacts = Stub<IContactsApi>.Of((nameof(IContactsApi.AddToAddressBookAsync), a => Task.FromResult(new Contact
        {
            Id = 1,
            Email = ((ContactDetails)a[1]!).Email,
            Status = ContactStatus.Subscribed,
            DataFields = new([new("FIRSTNAME", DataFieldValue.FromText("Ann"))]),
        })));
        var client = Stub<IDotdigitalClient>.Of((nameof(IDotdigitalClient.AddressBooks), _ => books), (nameof(IDotdigitalClient.Contacts), _ => contacts));

        Assert.Equal(42, await new Newsletter(client).JoinAsync("ann@example.com", "News", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Join_DotdigitalRefuses_IsTold()
    {
        var books = Stub<IAddressBooksApi>.Of((nameof(IAddressBooksApi.GetAllAsync), _ => throw new DotdigitalNotFoundException(
            new("main", "AddressBooks.GetAll", HttpStatusCode.NotFound, "ERROR_ADDRESSBOOK_NOT_FOUND", null, "/v2/address-books", []))));
        var client = Stub<IDotdigitalClient>.Of((nameof(IDotdigitalClient.AddressBooks), _ => books));

        await Assert.ThrowsAsync<DotdigitalNotFoundException>(() => new Newsletter(client).JoinAsync("ann@example.com", "News", TestContext.Current.CancellationToken));
    }

    // end
}

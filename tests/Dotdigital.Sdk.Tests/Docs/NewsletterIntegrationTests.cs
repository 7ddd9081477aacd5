using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Tests.Docs;

// snippet: emulator
public sealed class NewsletterIntegrationTests(DotdigitalFixture dotdigital) : IClassFixture<DotdigitalFixture>
{
    [Fact]
    public async Task Join_PutsThePersonIntoTheBook()
    {
        var book = dotdigital.Account.CreateAddressBook("News");

        await new Newsletter(dotdigital.Client).JoinAsync("ann@example.com", "News", TestContext.Current.CancellationToken);

        Assert.True(dotdigital.Account.Contact("ann@example.com")!.IsReachableIn(book));
    }

    [Fact]
    public async Task Join_WhenDotdigitalFails_SaysSo()
    {
        dotdigital.Account.CreateAddressBook("Offers");
        dotdigital.Faults.Add(new(FaultKind.ServerError) { Operation = "ApiContact_AddContactToAddressBook", Status = 400 });

        await Assert.ThrowsAsync<DotdigitalValidationException>(
            () => new Newsletter(dotdigital.Client).JoinAsync("bob@example.com", "Offers", TestContext.Current.CancellationToken));
    }
}

// end

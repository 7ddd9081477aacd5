using System.Net;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Testing;

namespace Dotdigital.Sdk.Tests.Errors;

public sealed class ErrorShapeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task V2Message_GivesItsToken()
    {
        using var wire = new WireServer().Answer("""{"Message":"Contact is suppressed. ERROR_CONTACT_SUPPRESSED"}""", HttpStatusCode.BadRequest);

        var error = await Assert.ThrowsAsync<DotdigitalValidationException>(() => wire.Client.Contacts.GetAsync(1, Token));

        Assert.Equal("ERROR_CONTACT_SUPPRESSED", error.ErrorCode);
        Assert.Equal("Contact is suppressed. ERROR_CONTACT_SUPPRESSED", error.ApiMessage);
        Assert.Equal("Contacts.GetById", error.Operation);
        Assert.Equal("default", error.Failure.AccountName);
    }

    [Fact]
    public async Task V3Object_GivesItsCodeAndDetails_UnderEitherName()
    {
        using var wire = new WireServer().Answer(
            """{"errorCode":"contacts:invalidContacts","description":"Invalid contact data","details":[{"item":"email","error":"You must specify a value"},{"item":"firstName","description":"Cannot exceed 256 characters"},null]}""",
            HttpStatusCode.BadRequest);

        var error = await Assert.ThrowsAsync<DotdigitalValidationException>(() => wire.Client.ContactsV3.GetAsync(ContactV3Identifier.FromEmail("x@example.com"), Token));

        Assert.Equal("contacts:invalidContacts", error.ErrorCode);
        Assert.Equal("Invalid contact data", error.ApiMessage);
        Assert.Equal(["You must specify a value", "Cannot exceed 256 characters", null], error.Failure.Details.Select(d => d.Description));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>gateway, call jane@example.com</html>")]
    [InlineData("[1,2]")]
    [InlineData("{\"message\":{\"deep\":1}}")]
    [InlineData("null")]
    public async Task BodyOfNeitherShape_IsNotPassedOn_AndDoesNotHideTheStatus(string body)
    {
        using var wire = new WireServer().Answer(body, HttpStatusCode.BadRequest);

        var error = await Assert.ThrowsAsync<DotdigitalValidationException>(() => wire.Client.AddressBooks.GetAsync(1, Token));

        Assert.Null(error.ErrorCode);
        Assert.DoesNotContain("gateway", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_IsNotFollowed_SoThatCredentialsStayHere()
    {
        using var elsewhere = new WireServer().Answer("[]");
        using var wire = new WireServer().Answer("", HttpStatusCode.Redirect, ("Location", elsewhere.Endpoint.AbsoluteUri));

        var error = await Assert.ThrowsAsync<DotdigitalApiException>(() => wire.Client.AddressBooks.GetPageAsync(cancellationToken: Token));

        Assert.Equal(HttpStatusCode.Redirect, error.StatusCode);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task EveryError_HasOneRoot()
    {
        using var wire = new WireServer().Answer("", HttpStatusCode.MultiStatus + 300);

        await Assert.ThrowsAnyAsync<DotdigitalException>(() => wire.Client.AddressBooks.GetPageAsync(cancellationToken: Token));

        Assert.Single(wire.Requests);
    }
}

using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Tests.Contacts;

public sealed class ContactsApiTests
{
    private const string Suppressed = """
        [{"suppressedContact":{"id":3,"email":"jane@example.com","optInType":"Single","emailType":"Html","dataFields":null,"status":"Unsubscribed"},
          "dateRemoved":"2026-02-03T04:05:06.7Z","reason":"hardBOUNCED"}]
        """;

    private static readonly DateTimeOffset Since = new(2026, 2, 1, 2, 30, 0, TimeSpan.FromHours(2));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetUnsubscribedSince_SendsTheInstantInUtcWithItsTime()
    {
        using var wire = new WireServer().Answer(Suppressed);

        var page = await wire.Client.Contacts.GetUnsubscribedSincePageAsync(Since, cancellationToken: Token);

        wire.AssertRequest("GET", "/v2/contacts/unsubscribed-since/2026-02-01T00:30:00Z?select=1000&skip=0");
        var row = Assert.Single(page.Items);
        Assert.Equal((3L, "jane@example.com"), (row.SuppressedContact!.Id, row.SuppressedContact.Email));
        Assert.Equal(ContactStatus.HardBounced, row.Reason);
        Assert.Equal(new DateTimeOffset(2026, 2, 3, 4, 5, 6, 700, TimeSpan.Zero), row.DateRemoved);
        Assert.Empty(row.SuppressedContact.DataFields);
    }

    [Fact]
    public async Task GetSuppressedSince_AndFromAddressBook_HaveTheirOwnPaths()
    {
        using var account = new WireServer().Answer("[]");
        using var book = new WireServer().Answer("[]");

        await account.Client.Contacts.GetSuppressedSincePageAsync(Since, 100, 50, Token);
        await book.Client.Contacts.GetUnsubscribedFromAddressBookSincePageAsync(8, Since, cancellationToken: Token);

        account.AssertRequest("GET", "/v2/contacts/suppressed-since/2026-02-01T00:30:00Z?select=50&skip=100");
        book.AssertRequest("GET", "/v2/address-books/8/contacts/unsubscribed-since/2026-02-01T00:30:00Z?select=1000&skip=0");
    }

    [Fact]
    public async Task GetModifiedSince_AsksForTwoThousandRowsAndReadsDataFields()
    {
        using var wire = new WireServer().Answer("""
            [{"id":1,"email":"a@example.com","status":"Subscribed","dataFields":[{"key":"FIRSTNAME","value":"Ann"},{"key":"AGE","value":41},{"key":"VIP","value":true},{"Key":"NOTE","Value":null}]},
             {"id":2,"email":null,"status":null,"optInType":null,"emailType":null,"dataFields":[]}]
            """);

        var page = await wire.Client.Contacts.GetModifiedSincePageAsync(Since, withFullData: true, cancellationToken: Token);

        wire.AssertRequest("GET", "/v2/contacts/modified-since/2026-02-01T00:30:00Z?withFullData=true&select=2000&skip=0");
        var fields = page.Items[0].DataFields;
        Assert.Equal(("Ann", 41m, true), (fields["firstname"].AsText(), fields["AGE"].AsNumber(), fields["VIP"].AsBoolean()));
        Assert.True(fields.TryGetValue("note", out var note) && note.IsNull);
        Assert.Null(page.Items[1].Email);
        Assert.Equal("", page.Items[1].Status.Value);
    }

    [Fact]
    public async Task Memberships_AreReadByBookAndByContact()
    {
        using var modified = new WireServer().Answer("[]");
        using var members = new WireServer().Answer("[]");
        using var books = new WireServer().Answer("""[{"id":4,"name":"n"}]""");

        await modified.Client.Contacts.GetModifiedInAddressBookSincePageAsync(8, Since, withFullData: false, cancellationToken: Token);
        await members.Client.Contacts.GetInAddressBookPageAsync(8, withFullData: false, skip: 1000, cancellationToken: Token);
        var page = await books.Client.Contacts.GetAddressBooksPageAsync(77, cancellationToken: Token);

        modified.AssertRequest("GET", "/v2/address-books/8/contacts/modified-since/2026-02-01T00:30:00Z?withFullData=false&select=2000&skip=0");
        members.AssertRequest("GET", "/v2/address-books/8/contacts?withFullData=false&select=1000&skip=1000");
        books.AssertRequest("GET", "/v2/contacts/77/address-books?select=1000&skip=0");
        Assert.Equal(4, Assert.Single(page.Items).Id);
    }

    [Fact]
    public async Task GetByEmail_EscapesWhatWouldChangeThePath()
    {
        var handler = new ScriptedHandler(TimeProvider.System).Answer(System.Net.HttpStatusCode.OK, """{"id":1,"email":"x"}""");
        await using var services = TestClients.Build(new("http://localhost:1"), handler: handler);

        await services.GetRequiredService<IDotdigitalClient>().Contacts.GetAsync("a+b/c?d#e@example.com", Token);

        Assert.Equal("/v2/contacts/a%2Bb%2Fc%3Fd%23e@example.com", Assert.Single(handler.Requests).Uri.PathAndQuery);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData(" ")]
    public async Task GetByEmail_ThatWouldReadSomethingElse_IsRefused(string email)
    {
        using var wire = new WireServer().Answer("[]");

        await Assert.ThrowsAnyAsync<ArgumentException>(() => wire.Client.Contacts.GetAsync(email, Token));

        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task Unsubscribe_SendsTheEmailOnly()
    {
        const string Answer = """{"suppressedContact":{"id":3,"email":"jane@example.com"},"dateRemoved":"2026-02-03T04:05:06Z","reason":"Unsubscribed"}""";
        using var account = new WireServer().Answer(Answer);
        using var book = new WireServer().Answer(Answer);

        var suppression = await account.Client.Contacts.UnsubscribeAsync("jane@example.com", Token);
        await book.Client.Contacts.UnsubscribeFromAddressBookAsync(8, "jane@example.com", Token);

        Assert.Equal("""{"email":"jane@example.com"}""", account.AssertRequest("POST", "/v2/contacts/unsubscribe").Body);
        Assert.Equal("""{"email":"jane@example.com"}""", book.AssertRequest("POST", "/v2/address-books/8/contacts/unsubscribe").Body);
        Assert.Equal(ContactStatus.Unsubscribed, suppression.Reason);
    }

    [Fact]
    public async Task Resubscribe_HasFourForms_AndReturnsTheAnswer()
    {
        var person = new ContactResubscription
        {
            Email = "jane@example.com",
            PreferredLocale = "en-GB",
            ReturnUrl = new("https://shop.example.com/back"),
            DataFields = new([new("FIRSTNAME", DataFieldValue.FromText("Jane"))]),
        };
        string[] paths = ["/v2/contacts/resubscribe", "/v2/contacts/resubscribe-with-no-challenge", "/v2/address-books/8/contacts/resubscribe", "/v2/address-books/8/contacts/resubscribe-with-no-challenge"];
        Func<IContactsApi, Task<ResubscribeResult>>[] calls =
        [
            c => c.ResubscribeAsync(person, Token),
            c => c.ResubscribeWithNoChallengeAsync(person, Token),
            c => c.ResubscribeToAddressBookAsync(8, person, Token),
            c => c.ResubscribeToAddressBookWithNoChallengeAsync(8, person, Token),
        ];
        foreach (var (call, path) in calls.Zip(paths))
        {
            using var wire = new WireServer().Answer("""{"contact":{"id":3},"status":"ContactCannotBeUnsuppressed"}""");

            var result = await call(wire.Client.Contacts);

            Assert.Equal(
                """{"unsubscribedContact":{"email":"jane@example.com","dataFields":[{"key":"FIRSTNAME","value":"Jane"}]},"preferredLocale":"en-GB","returnUrlToUseIfChallenged":"https://shop.example.com/back"}""",
                wire.AssertRequest("POST", path).Body);
            Assert.Equal(ResubscribeStatus.ContactCannotBeUnsuppressed, result.Status);
        }
    }

    [Fact]
    public async Task RemoveFromAddressBook_Many_SendsABareArrayAndIsFollowedAsAJob()
    {
        using var remove = new WireServer().Answer("""{"Id":"c4920aee-3add-44e4-b8c0-dcbfacbfee40","Status":"Started"}""");
        using var follow = new WireServer().Answer("""{"id":"c4920aee-3add-44e4-b8c0-dcbfacbfee40","status":"Completed"}""");

        var job = await remove.Client.Contacts.RemoveFromAddressBookAsync(8, [1, 2, 3_000_000_000], Token);
        var state = await follow.Client.Contacts.GetDeletionAsync(job.Id, Token);

        Assert.Equal("[1,2,3000000000]", remove.AssertRequest("POST", "/v2/address-books/8/contacts/delete").Body);
        follow.AssertRequest("GET", "/v2/contacts/deletion/c4920aee-3add-44e4-b8c0-dcbfacbfee40");
        Assert.Equal(ContactDeletionStatus.Started, job.Status);
        Assert.Equal(ContactDeletionStatus.Completed, state.Status);
    }

    [Fact]
    public async Task RemoveAndDelete_One()
    {
        using var remove = new WireServer().Answer("", System.Net.HttpStatusCode.NoContent);
        using var delete = new WireServer().Answer("""{"message":"Contact not found. ERROR_CONTACT_NOT_FOUND"}""", System.Net.HttpStatusCode.BadRequest);
        using var get = new WireServer().Answer("""{"id":5,"email":"x"}""");

        await remove.Client.Contacts.RemoveFromAddressBookAsync(8, 5, Token);
        await Assert.ThrowsAsync<DotdigitalNotFoundException>(() => delete.Client.Contacts.DeleteAsync(5, Token));
        await get.Client.Contacts.GetAsync(5, Token);

        remove.AssertRequest("DELETE", "/v2/address-books/8/contacts/5");
        delete.AssertRequest("DELETE", "/v2/contacts/5");
        get.AssertRequest("GET", "/v2/contacts/5");
    }
}

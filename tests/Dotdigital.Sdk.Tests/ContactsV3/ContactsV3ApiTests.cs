using System.Net;
using Dotdigital.Sdk.ContactImports;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Testing;

namespace Dotdigital.Sdk.Tests.ContactsV3;

public sealed class ContactsV3ApiTests
{
    private const string Jane = """
        {"contactId":42,"status":"pendingOptIn","created":"2026-01-02T03:04:05Z","updated":"","identifiers":{"email":"jane@example.com","mobileNumber":"447123123123","loyaltyId":"L1"},
         "dataFields":{"FIRSTNAME":"Jane","POINTS":12.5,"VIP":false,"GENDER":null},
         "channelProperties":{"email":{"emailType":"html","optInType":"Double","status":"blockedlocalpart"},"sms":{"countryCode":"GB","status":"subscribed"},"pigeon":{}},
         "lists":[{"id":7,"name":"News","status":"subscribed"}],"preferences":null,"consentRecords":[{"text":"yes","dateTimeConsented":"2026-01-01T00:00:00Z","dateTimeCreated":"2026-01-01T00:00:01Z"}]}
        """;

    private static readonly NewConsentRecord Consent =
        new() { Text = "yes", DateTimeConsented = FakeTime.Start, Url = "https://example.com/", IpAddress = "127.0.0.1", UserAgent = "test" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAll_FollowsMarkersToTheEnd()
    {
        using var wire = new WireServer()
            .Answer("{\"_items\":[" + Jane + """],"_links":{"self":{"marker":"s"},"next":{"marker":"m/1=","link":"x"}}}""")
            .AnswerPage("marker", "m/1=", """{"_items":[{"contactId":43,"identifiers":{"mobileNumber":"1"},"dataFields":null}],"_links":{"next":null}}""");

        var contacts = await wire.Client.ContactsV3.GetAllAsync(new() { ListId = 7, PageSize = 2 }, Token).ToListAsync(Token);

        Assert.Equal([42L, 43L], contacts.Select(c => c.ContactId));
        Assert.Equal(
            ["/contacts/v3?~listId=7&limit=2", "/contacts/v3?~listId=7&limit=2&marker=m/1="],
            wire.Requests.Select(r => Uri.UnescapeDataString(new Uri(r.Url).PathAndQuery)));
    }

    [Fact]
    public async Task GetPage_AsksForWhatTheQuerySays_AndReadsAllOfIt()
    {
        using var wire = new WireServer().Answer("{\"_items\":[" + Jane + "],\"_links\":{}}");
        var query = new ContactV3Query
        {
            ModifiedSince = FakeTime.Start,
            Include = ContactV3Include.Lists | ContactV3Include.ChannelProperties,
            DataFields = [ContactV3Query.AllDataFields],
        };

        var page = await wire.Client.ContactsV3.GetPageAsync(query, cancellationToken: Token);

        wire.AssertRequest("GET", "/contacts/v3?data-fields=[[ALL]]&include=channelProperties|lists&~modified=gte::2026-03-01T12:00:00Z&limit=5000");
        Assert.True(page.IsEnd);
        var contact = Assert.Single(page.Items);
        Assert.Equal(ContactV3Status.PendingOptIn, contact.Status);
        Assert.Null(contact.Updated);
        Assert.Equal(("jane@example.com", "447123123123", "L1"), (contact.Identifiers.Email, contact.Identifiers.MobileNumber, contact.Identifiers.Custom!["LOYALTYID"]));
        Assert.Equal(12.5m, contact.DataFields["points"].AsNumber());
        Assert.Equal(EmailChannelStatus.BlockedLocalPart, contact.ChannelProperties!.Email!.Status);
        Assert.Equal(ContactListStatus.Subscribed, Assert.Single(contact.Lists!).Status);
        Assert.Null(contact.Preferences);
        Assert.Equal("yes", Assert.Single(contact.ConsentRecords!).Text);
    }

    [Fact]
    public async Task GetPage_NextMarkerIsTheOneAskedWith_IsAnErrorInsteadOfAnEndlessRead()
    {
        using var wire = new WireServer().Answer("""{"_items":[],"_links":{"next":{"marker":"same"}}}""");

        await Assert.ThrowsAsync<DotdigitalResponseException>(() => wire.Client.ContactsV3.GetAllAsync(new(), Token).ToListAsync(Token).AsTask());

        Assert.Equal(2, wire.Requests.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5001)]
    public async Task GetPage_SizeTheApiDoesNotAllow_IsRefused(int size)
    {
        using var wire = new WireServer().Answer("{}");

        await Assert.ThrowsAnyAsync<ArgumentException>(() => wire.Client.ContactsV3.GetPageAsync(new() { PageSize = size }, cancellationToken: Token));

        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task Patch_SendsOnlyWhatIsSet_NeverAStatus()
    {
        using var wire = new WireServer().Answer(Jane);

        var contact = await wire.Client.ContactsV3.PatchAsync(
            ContactV3Identifier.FromEmail("jane@example.com"),
            new() { DataFields = new([new("FIRSTNAME", DataFieldValue.Null), new("VIP", DataFieldValue.FromBoolean(true))]), Email = new() { EmailType = ContactEmailType.Html }, Lists = [7] },
            ContactV3MergeOption.OverwriteIfEmpty,
            Token);

        Assert.Equal(
            """{"dataFields":{"FIRSTNAME":null,"VIP":true},"channelProperties":{"email":{"emailType":"html"}},"lists":[7]}""",
            wire.AssertRequest("PATCH", "/contacts/v3/email/jane@example.com?merge-option=overwrite-if-empty").Body);
        Assert.Equal(42, contact.ContactId);
    }

    [Fact]
    public async Task Patch_IdentifierTaken_IsAConflict()
    {
        using var wire = new WireServer().Answer("""{"errorCode":"contacts:idAlreadyExists","description":"taken"}""", HttpStatusCode.Conflict);

        var error = await Assert.ThrowsAsync<DotdigitalConflictException>(
            () => wire.Client.ContactsV3.PatchAsync(ContactV3Identifier.FromContactId(42), new() { Identifiers = new() { Email = "b@example.com" } }, cancellationToken: Token));

        Assert.True(error.HasCode(DotdigitalErrorCodes.IdentifierAlreadyExists));
        Assert.Equal("""{"identifiers":{"email":"b@example.com"}}""", wire.AssertRequest("PATCH", "/contacts/v3/contactId/42").Body);
    }

    [Fact]
    public async Task Import_Typed_WritesTheV3Body()
    {
        using var wire = new WireServer().Answer("""{"importId":"abc"}""", HttpStatusCode.Accepted);

        var id = await wire.Client.ContactsV3.ImportAsync(
            new ContactV3ImportRequest
            {
                MergeOption = ContactV3MergeOption.OverwriteIfNotEmpty,
                Contacts =
                [
                    new() { MatchIdentifier = "contactId", Identifiers = new() { ContactId = 42, Email = "new@example.com" }, DataFields = new([new("TOWN", DataFieldValue.Null)]) },
                    new() { Identifiers = new() { Email = "b@example.com" }, ConsentRecords = [Consent] },
                ],
            },
            Token);

        Assert.Equal("abc", id);
        Assert.Equal(
            """{"mergeOption":"overwriteIfNotEmpty","contacts":[{"matchIdentifier":"contactId","identifiers":{"contactId":42,"email":"new@example.com"},"dataFields":{"TOWN":null}},{"matchIdentifier":"email","identifiers":{"email":"b@example.com"},"consentRecords":[{"text":"yes","dateTimeConsented":"2026-03-01T12:00:00Z","url":"https://example.com/","ipAddress":"127.0.0.1","userAgent":"test"}]}]}""",
            wire.AssertRequest("PUT", "/contacts/v3/import").Body);
    }

    [Fact]
    public async Task Import_Prewritten_SendsTheBytesAsGiven()
    {
        const string Body = """{"contacts":[ {"matchIdentifier":"email"} ]}""";
        using var wire = new WireServer().Answer("""{"ImportId":"abc"}""", HttpStatusCode.Accepted);

        var id = await wire.Client.ContactsV3.ImportAsync(System.Text.Encoding.UTF8.GetBytes(Body), Token);

        Assert.Equal("abc", id);
        Assert.Equal(Body, wire.AssertRequest("PUT", "/contacts/v3/import").Body);
    }

    [Fact]
    public async Task GetImport_ReadsResultsAndFailures()
    {
        using var wire = new WireServer().Answer("""
            {"importId":"abc","status":"Finished","summary":{"newContacts":1,"updatedContacts":2,"invalidEntries":1},
             "created":[{"contactId":1,"identifiers":{"email":"a@example.com"}}],"updated":null,
             "failures":[{"matchIdentifier":"email","identifiers":{"email":"bob@example@com"},"failures":[{"failureCode":"invalidEmail","description":"Invalid value"}]},
                         {"contactId":9,"matchIdentifier":"email","identifiers":{"email":"c@example.com"},"failures":[{"failureCode":"consentRecordsNotApplied"}]}]}
            """);

        var import = await wire.Client.ContactsV3.GetImportAsync("abc", Token);

        wire.AssertRequest("GET", "/contacts/v3/import/abc");
        Assert.Equal(ContactImportStatus.Finished, import.Status);
        Assert.Equal((1, 2, 1), (import.Summary!.NewContacts, import.Summary.UpdatedContacts, import.Summary.InvalidEntries));
        Assert.Equal("a@example.com", Assert.Single(import.Created).Identifiers.Email);
        Assert.Empty(import.Updated);
        Assert.Null(import.Failures[0].ContactId);
        Assert.Equal("invalidEmail", Assert.Single(import.Failures[0].Failures).FailureCode);
        Assert.Equal(9, import.Failures[1].ContactId);
    }

    [Fact]
    public async Task GetAndDelete_ByIdentifier()
    {
        using var get = new WireServer().Answer(Jane);
        using var delete = new WireServer().Answer("""{"contactId":42}""");

        await get.Client.ContactsV3.GetAsync(ContactV3Identifier.FromEmail("jane@example.com"), Token);
        await delete.Client.ContactsV3.DeleteAsync(ContactV3Identifier.FromContactId(42), Token);

        get.AssertRequest("GET", "/contacts/v3/email/jane@example.com");
        Assert.Equal("DELETE", delete.AssertRequest("DELETE", "/contacts/v3/contactId/42").Method);
    }
}

using System.Net;
using System.Text;
using Dotdigital.Sdk.ContactImports;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Testing;

namespace Dotdigital.Sdk.Tests.ContactImports;

public sealed class ContactImportsApiTests
{
    private static readonly Guid Id = Guid.Parse("d7de900d-d337-43f6-b1e1-c8ec73e1a434");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ImportCsv_IsMultipartWithAFileName_AndTheBytesAsGiven()
    {
        const string Csv = "Email,FIRSTNAME\r\nzoë@example.com,\"Zoë, \"\"Z\"\"\"\r\n";
        using var wire = new WireServer().Answer($$"""{"id":"{{Id}}","status":"NotFinished"}""", HttpStatusCode.Accepted);

        var import = await wire.Client.ContactImports.ImportCsvAsync(8, Encoding.UTF8.GetBytes(Csv), "batch-7.csv", cancellationToken: Token);

        var request = wire.AssertRequest("POST", "/v2/address-books/8/contacts/import");
        Assert.StartsWith("multipart/form-data; boundary=", request.Headers!["Content-Type"].Single(), StringComparison.Ordinal);
        var body = Encoding.UTF8.GetString(request.BodyAsBytes!);
        Assert.Contains("Content-Disposition: form-data; name=\"file\"; filename=\"batch-7.csv\"", body, StringComparison.Ordinal);
        Assert.Contains("Content-Type: text/csv", body, StringComparison.Ordinal);
        Assert.Contains($"\r\n\r\n{Csv}\r\n--", body, StringComparison.Ordinal);
        Assert.Equal((Id, ContactImportStatus.NotFinished), (import.Id, import.Status));
    }

    [Fact]
    public async Task ImportCsv_WithMergeOption_HasItsOwnPath()
    {
        using var wire = new WireServer().Answer($$"""{"id":"{{Id}}","status":"NotFinished"}""", HttpStatusCode.Accepted);

        await wire.Client.ContactImports.ImportCsvAsync(8, "Email\r\n"u8.ToArray(), mergeOption: ContactMergeOption.OnlyOverwriteIfNotEmpty, cancellationToken: Token);

        wire.AssertRequest("POST", "/v2/address-books/8/contacts/import/with-merge-option/OnlyOverwriteIfNotEmpty");
    }

    [Theory]
    [InlineData("a\"b.csv")]
    [InlineData("a\r\nb.csv")]
    [InlineData("../b.csv")]
    [InlineData("")]
    public async Task ImportCsv_FileNameThatCouldBreakTheHeader_IsRefused(string fileName)
    {
        using var wire = new WireServer().Answer("{}");

        await Assert.ThrowsAnyAsync<ArgumentException>(() => wire.Client.ContactImports.ImportCsvAsync(8, ReadOnlyMemory<byte>.Empty, fileName, cancellationToken: Token));

        Assert.Empty(wire.Requests);
    }

    [Fact]
    public async Task ImportCollection_SendsPairsAndNeverAStatus()
    {
        using var wire = new WireServer().Answer($$"""{"id":"{{Id}}","status":"NotFinished"}""", HttpStatusCode.Accepted);

        await wire.Client.ContactImports.ImportCollectionAsync(
            new()
            {
                AddressBookIds = [8],
                Contacts =
                [
                    new() { Email = "a@example.com", DataFields = new([new("AGE", DataFieldValue.FromNumber(4.50m)), new("VIP", DataFieldValue.FromBoolean(false)), new("NOTE", DataFieldValue.Null)]) },
                    new() { Email = "b@example.com", OptInType = Dotdigital.Sdk.Contacts.ContactOptInType.Double },
                ],
            },
            Token);

        Assert.Equal(
            """{"addressBookIds":[8],"mergeOption":"Overwrite","contacts":[{"email":"a@example.com","dataFields":[{"key":"AGE","value":4.50},{"key":"VIP","value":false},{"key":"NOTE","value":null}]},{"email":"b@example.com","optInType":"Double"}]}""",
            wire.AssertRequest("POST", "/v2/contacts/import-collection").Body);
    }

    [Fact]
    public async Task Get_StatusUnheardOf_IsKept()
    {
        using var wire = new WireServer().Answer($$"""{"id":"{{Id}}","status":"QueuedOnTheMoon"}""");

        var import = await wire.Client.ContactImports.GetAsync(Id, Token);

        wire.AssertRequest("GET", $"/v2/contacts/import/{Id}");
        Assert.Equal("QueuedOnTheMoon", import.Status.Value);
    }

    [Fact]
    public async Task GetReport_ReadsCounters_AndTooEarlyIsRecognisable()
    {
        using var done = new WireServer().Answer("""{"newContacts":2,"updatedContacts":"3","globallySuppressed":1,"failures":null}""");
        using var early = new WireServer().Answer("""{"message":"Import report not found. ERROR_IMPORT_REPORT_NOT_FOUND"}""", HttpStatusCode.BadRequest);

        var report = await done.Client.ContactImports.GetReportAsync(Id, Token);
        var error = await Assert.ThrowsAnyAsync<DotdigitalApiException>(() => early.Client.ContactImports.GetReportAsync(Id, Token));

        done.AssertRequest("GET", $"/v2/contacts/import/{Id}/report");
        Assert.Equal((2, 3, 1, 0), (report.NewContacts, report.UpdatedContacts, report.GloballySuppressed, report.Failures));
        Assert.True(error.HasCode(DotdigitalErrorCodes.ImportReportNotFound));
    }

    [Fact]
    public async Task GetFaults_IsTheBodyAsItCame_WithItsByteOrderMark()
    {
        const string Faults = "\uFEFFReason,email\r\nGlobally Suppressed,a@example.com\r\n";
        using var wire = new WireServer().Answer(Faults, headers: ("Content-Type", "application/octet-stream"));

        await using var stream = await wire.Client.ContactImports.GetFaultsAsync(Id, Token);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Token);

        wire.AssertRequest("GET", $"/v2/contacts/import/{Id}/report-faults");
        Assert.Equal(Encoding.UTF8.GetBytes(Faults), copy.ToArray());
    }
}

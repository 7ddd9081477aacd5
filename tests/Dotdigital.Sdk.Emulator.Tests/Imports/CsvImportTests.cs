using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.DataFields;

namespace Dotdigital.Sdk.Emulator.Tests.Imports;

public sealed class CsvImportTests
{
    [Fact]
    public async Task Import_IsNotFinishedUntilTheWatchdogIsThrough()
    {
        await using var test = await TestEmulator.StartAsync(o => o.Behaviour = new EmulatorBehaviour { ImportDelay = TimeSpan.FromMinutes(10) });
        var book = test.Main.CreateAddressBook("News");
        var id = await test.ImportCsvAsync("Email,FIRSTNAME\r\na@example.com,Ann\r\n", book);
        test.Emulator.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal("NotFinished", await test.ImportStatusAsync(id));
        Assert.Null(test.Main.Contact("a@example.com"));
        var early = await test.GetAsync($"/v2/contacts/import/{id}/report", HttpStatusCode.NotFound);
        Assert.Contains("ERROR_IMPORT_REPORT_NOT_FOUND", early.Str("message"));

        test.Emulator.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("Finished", await test.ImportStatusAsync(id));
        var contact = test.Main.Contact("a@example.com")!;
        Assert.Equal(TestEmulator.Start.AddMinutes(10), contact.Created);
        Assert.True(contact.IsReachableIn(book));
        Assert.Equal("Ann", contact.DataFields["FIRSTNAME"]);
    }

    [Fact]
    public async Task Import_ReportsEveryKindOfRowItRefused()
    {
        await using var test = await TestEmulator.StartAsync();
        var book = test.Main.CreateAddressBook("News");
        test.Main.CreateDataField("POINTS", DataFieldType.Numeric);
        test.Main.AddContact("known@example.com");
        test.Main.AddContact("left@example.com", [book]);
        test.Main.Unsubscribe("left@example.com", book);
        test.Main.AddContact("hard@example.com", status: EmulatedStatus.HardBounced);
        test.Main.AddContact("isp@example.com", status: EmulatedStatus.IspComplained);
        test.Main.AddContact("sup@example.com", status: EmulatedStatus.Suppressed);
        test.Main.AddContact("all@example.com", status: EmulatedStatus.SharedSuppression);
        var csv = """
            email,POINTS
            new@example.com,1
            KNOWN@example.com,2
            new@example.com,3
            nonsense,4
            odd@example.com,many
            left@example.com,5
            hard@example.com,6
            isp@example.com,7
            sup@example.com,8
            all@example.com,9

            """;
        var id = await test.ImportCsvAsync(csv, book);
        await test.GetAsync("/v2/server-time");
        var report = await test.GetAsync($"/v2/contacts/import/{id}/report");
        Assert.Equal((1, 1, 1, 2), (report.Int("newContacts"), report.Int("updatedContacts"), report.Int("duplicateEmails"), report.Int("invalidEntries")));
        Assert.Equal((1, 1, 1, 1, 1), (report.Int("unsubscribed"), report.Int("hardBounced"), report.Int("ispComplaints"), report.Int("suppressedContacts"), report.Int("globallySuppressed")));
        var faults = await test.FaultsAsync(id);
        Assert.StartsWith("Reason,email,POINTS\r\n", faults.TrimStart('\uFEFF'), StringComparison.Ordinal);
        foreach (var line in new[] { "Duplicate,new@example.com,3", "Invalid Email,nonsense,4", "Invalid Entries,odd@example.com,many", "Unsubscribed,left@example.com,5", "Hard bounced,hard@example.com,6" })
        {
            Assert.Contains(line, faults);
        }

        Assert.DoesNotContain("POINTS", test.Main.Contact("sup@example.com")!.DataFields.Keys);
        Assert.Empty(test.Main.Violations);
    }

    [Theory]
    [InlineData("FIRSTNAME\r\nAnn\r\n")]
    [InlineData("Email,NOSUCHFIELD\r\na@example.com,1\r\n")]
    [InlineData("Email\r\n\"a@example.com\r\n")]
    [InlineData("")]
    public async Task Import_OfAFileThatMakesNoSense_IsInvalidFileFormat(string csv)
    {
        await using var test = await TestEmulator.StartAsync();
        var id = await test.ImportCsvAsync(csv);
        Assert.Equal("InvalidFileFormat", await test.ImportStatusAsync(id));
        Assert.Empty(test.Main.Contacts);
    }

    [Fact]
    public async Task Import_BeyondTheContactLimit_ExceedsIt()
    {
        await using var test = await TestEmulator.StartAsync(o => o.Behaviour = new EmulatorBehaviour { ContactLimit = 1 });
        var id = await test.ImportCsvAsync("Email\r\na@example.com\r\nb@example.com\r\n");
        Assert.Equal("ExceedsAllowedContactLimit", await test.ImportStatusAsync(id));
    }

    [Theory]
    [InlineData(null, true, null)]
    [InlineData(null, false, "Ann")]
    [InlineData("OnlyOverwriteIfNotEmpty", true, "Ann")]
    [InlineData("1", true, "Ann")]
    public async Task Import_OfABlankCell_ClearsOrKeeps(string? merge, bool blankClears, string? expected)
    {
        await using var test = await TestEmulator.StartAsync(o => o.Behaviour = new EmulatorBehaviour { BlankClears = blankClears });
        test.Main.AddContact("a@example.com", null, new Dictionary<string, string?> { ["FIRSTNAME"] = "Ann" });
        await test.ImportCsvAsync("Email,FIRSTNAME\r\na@example.com,\r\n", null, merge);
        Assert.Equal(expected, test.Main.Contact("a@example.com")!.DataFields.GetValueOrDefault("FIRSTNAME"));
    }

    [Fact]
    public async Task Import_OnlyIfNotPopulated_KeepsWhatIsThere()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Main.AddContact("a@example.com", null, new Dictionary<string, string?> { ["FIRSTNAME"] = "Ann" });
        await test.ImportCsvAsync("Email,FIRSTNAME,LASTNAME\r\na@example.com,Bea,Smith\r\n", null, "OnlyOverwriteIfContactDataNotPopulated");
        var fields = test.Main.Contact("a@example.com")!.DataFields;
        Assert.Equal(("Ann", "Smith"), (fields["FIRSTNAME"], fields["LASTNAME"]));
    }

    [Fact]
    public async Task Import_Typed_KeepsNumbersDatesAndBooleans()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Main.CreateDataField("N", DataFieldType.Numeric);
        test.Main.CreateDataField("D", DataFieldType.Date);
        test.Main.CreateDataField("B", DataFieldType.Boolean);
        await test.ImportCsvAsync("Email,N,D,B\r\na@example.com,1.50,2026-02-03T04:05:06,false\r\nb@example.com,-2,2026-02-03 04:05:06,true\r\n");
        var (a, b) = (test.Main.Contact("a@example.com")!.DataFields, test.Main.Contact("b@example.com")!.DataFields);
        Assert.Equal((1.5m, new DateTime(2026, 2, 3, 4, 5, 6), false), (a["N"], a["D"], a["B"]));
        Assert.Equal((-2m, true), (b["N"], b["B"]));
    }

    [Fact]
    public async Task Import_Multipart_NeedsAFileName()
    {
        await using var test = await TestEmulator.StartAsync();
        using var part = new ByteArrayContent("Email\r\na@example.com\r\n"u8.ToArray());
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileName = "a.csv" };
        using var good = new MultipartFormDataContent { part };
        using var nameless = new MultipartFormDataContent { new ByteArrayContent("Email\r\n"u8.ToArray()) };
        using var accepted = await test.Http.PostAsync("/v2/contacts/import", good, TestContext.Current.CancellationToken);
        using var refused = await test.Http.PostAsync("/v2/contacts/import", nameless, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.BadRequest), (accepted.StatusCode, refused.StatusCode));
        Assert.NotNull(test.Main.Contact("a@example.com"));
    }

    [Fact]
    public async Task Import_MoreThanTwentyFiveAtOnce_IsRefused()
    {
        await using var test = await TestEmulator.StartAsync(o => o.Behaviour = new EmulatorBehaviour { ImportDelay = TimeSpan.FromMinutes(1) });
        foreach (var i in Enumerable.Range(0, 25))
        {
            await test.ImportCsvAsync($"Email\r\nu{i}@example.com\r\n");
        }

        var error = await test.PostAsync("/v2/contacts/import", new { fileName = "a.csv", data = "RW1haWw=" }, HttpStatusCode.BadRequest);
        Assert.Contains("ERROR_IMPORT_TOOMANYACTIVEIMPORTS", error.Str("message"));
    }

    [Fact]
    public async Task Import_OfTenThousandRowsOfTenFields_IsQuickEvenOnABusyMachine()
    {
        await using var test = await TestEmulator.StartAsync();
        var csv = new StringBuilder("Email,FIRSTNAME,LASTNAME,FULLNAME,GENDER,POSTCODE");
        foreach (var i in Enumerable.Range(1, 5))
        {
            test.Main.CreateDataField($"F{i}", DataFieldType.Numeric);
            csv.Append(CultureInfo.InvariantCulture, $",F{i}");
        }

        foreach (var i in Enumerable.Range(0, 10_000))
        {
            csv.Append(CultureInfo.InvariantCulture, $"\r\nuser{i}@example.com,First{i % 500},Last{i},First{i % 500} Last{i},f,{i},{i},{i % 3},{i % 7},{i},{i}");
        }

        await test.ImportCsvAsync("Email\r\nwarm@example.com\r\n");
        var id = await test.ImportCsvAsync(csv.ToString());
        var watch = Stopwatch.StartNew();
        Assert.Equal("Finished", await test.ImportStatusAsync(id));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
        Assert.Equal(10_001, (await test.GetAsync("/v2/contacts/count")).GetInt32());
    }
}

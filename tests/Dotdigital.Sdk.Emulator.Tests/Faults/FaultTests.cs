using System.Net;
using Dotdigital.Sdk.Emulator.Faults;

namespace Dotdigital.Sdk.Emulator.Tests.Faults;

public sealed class FaultTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refuse_ClosesTheConnection_AndDoesNothing()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(new Fault(FaultKind.Refuse) { Method = "POST" });
        await Assert.ThrowsAsync<HttpRequestException>(() => test.PostAsync("/v2/address-books", new { name = "News" }, HttpStatusCode.Created));
        Assert.Equal(2, test.Main.AddressBooks.Count);
        await test.PostAsync("/v2/address-books", new { name = "News" }, HttpStatusCode.Created);
    }

    [Fact]
    public async Task DropAfterAccept_ClosesTheConnection_AndDidIt()
    {
        await using var test = await TestEmulator.StartAsync();
        var fault = test.Emulator.Faults.Add(new Fault(FaultKind.DropAfterAccept) { Operation = "/v2/contacts/import" });
        await Assert.ThrowsAsync<HttpRequestException>(() => test.ImportCsvAsync("Email\r\na@example.com\r\n"));
        Assert.Equal(1, fault.Hits);
        Assert.Single(test.Main.Imports);
        Assert.NotNull(test.Main.Contact("a@example.com"));
    }

    [Fact]
    public async Task Duplicate_HandlesTheRequestTwice()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(new Fault(FaultKind.Duplicate) { Operation = "ApiContactImport_ImportContacts" });
        var id = await test.ImportCsvAsync("Email\r\na@example.com\r\n");
        Assert.Equal(2, test.Main.Imports.Count);
        Assert.Equal(id, test.Main.Imports[1].Id.ToString());
    }

    [Fact]
    public async Task Duplicate_OfACreation_AnswersTheSecondsRefusal()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(new Fault(FaultKind.Duplicate));
        var error = await test.PostAsync("/v2/address-books", new { name = "News" }, HttpStatusCode.BadRequest);
        Assert.Contains("ERROR_ADDRESSBOOK_DUPLICATE", error.Str("message"));
        Assert.Equal(3, test.Main.AddressBooks.Count);
    }

    [Theory]
    [InlineData(FaultKind.TooManyRequests, 429)]
    [InlineData(FaultKind.ServerError, 503)]
    public async Task Refusals_DoNothing_AndEndAfterTheirTimes(FaultKind kind, int status)
    {
        await using var test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(new Fault(kind) { Status = 503, Times = 2, After = 1 });
        await test.PostAsync("/v2/address-books", new { name = "One" }, HttpStatusCode.Created);
        await test.PostAsync("/v2/address-books", new { name = "Two" }, (HttpStatusCode)status);
        await test.PostAsync("/v2/address-books", new { name = "Two" }, (HttpStatusCode)status);
        await test.PostAsync("/v2/address-books", new { name = "Two" }, HttpStatusCode.Created);
        Assert.Equal(4, test.Main.AddressBooks.Count);
    }

    [Fact]
    public async Task TruncatedBody_BreaksOffInTheMiddle()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(new Fault(FaultKind.TruncatedBody));
        var error = await Record.ExceptionAsync(() => test.Http.GetStringAsync("/v2/address-books", Cancel));
        Assert.True(error is HttpRequestException or IOException, error?.ToString());
    }

    [Fact]
    public async Task GarbledBody_IsNotJson()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(new Fault(FaultKind.GarbledBody));
        Assert.StartsWith("<html>", await test.Http.GetStringAsync("/v2/address-books", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delay_OnTheEmulatorsClock_EndsWhenItIsAdvanced()
    {
        await using var test = await TestEmulator.StartAsync();
        var fault = test.Emulator.Faults.Add(new Fault(FaultKind.Delay) { Delay = TimeSpan.FromMinutes(2), RealTime = false });
        var pending = test.GetAsync("/v2/address-books");
        while (fault.Hits == 0 || !test.Emulator.Clock.HasTimers)
        {
            await Task.Yield();
        }

        Assert.False(pending.IsCompleted);
        test.Emulator.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(2, (await pending).GetArrayLength());
    }

    [Theory]
    [InlineData(FaultKind.RejectedByWatchdog, "RejectedByWatchdog")]
    [InlineData(FaultKind.ImportFailed, "Failed")]
    [InlineData(FaultKind.InvalidFileFormat, "InvalidFileFormat")]
    [InlineData(FaultKind.ExceedsAllowedContactLimit, "ExceedsAllowedContactLimit")]
    [InlineData(FaultKind.NeverFinishes, "NotFinished")]
    public async Task ImportOutcomes_AreDecidedAtTheStart(FaultKind kind, string status)
    {
        await using var test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(new Fault(kind));
        await test.GetAsync("/v2/address-books");
        var id = await test.ImportCsvAsync("Email\r\na@example.com\r\n");
        test.Emulator.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(status, await test.ImportStatusAsync(id));
        Assert.Empty(test.Main.Contacts);
    }

    [Fact]
    public async Task RowRefused_GivesItsReasonToThosePeopleOnly()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(new Fault(FaultKind.RowRefused) { Emails = ["A@example.com"], Reason = "Complained to ISP" });
        var id = await test.ImportCsvAsync("Email\r\na@example.com\r\nb@example.com\r\n");
        Assert.Contains("Complained to ISP,a@example.com", await test.FaultsAsync(id));
        Assert.Equal(1, (await test.GetAsync($"/v2/contacts/import/{id}/report")).Int("ispComplaints"));
        Assert.Equal(["b@example.com"], test.Main.Contacts.Select(c => c.Email));
    }

    [Fact]
    public async Task FaultsFile_CanBeMissingOrMalformed()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(new Fault(FaultKind.FaultsFileMissing));
        var missing = await test.ImportCsvAsync("Email\r\na@example.com\r\n");
        test.Emulator.Faults.Add(new Fault(FaultKind.FaultsFileMalformed));
        var malformed = await test.ImportCsvAsync("Email\r\nb@example.com\r\n");
        var error = await test.GetAsync($"/v2/contacts/import/{missing}/report-faults", HttpStatusCode.NotFound);
        Assert.Contains("ERROR_IMPORT_REPORT_NOT_FOUND", error.Str("message"));
        Assert.StartsWith("<html>", await test.FaultsAsync(malformed), StringComparison.Ordinal);
        Assert.Equal(1, (await test.GetAsync($"/v2/contacts/import/{missing}/report")).Int("newContacts"));
    }

    [Fact]
    public async Task Faults_MatchAnAccountAndAPathPattern()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Account = "other", Times = null });
        test.Emulator.Faults.Add(new Fault(FaultKind.ServerError) { Operation = "/v2/address-books/*/contacts", Times = null });
        await test.GetAsync("/v2/address-books");
        await test.GetAsync("/v2/address-books/2/contacts", HttpStatusCode.InternalServerError);
        test.Emulator.Faults.Clear();
        await test.GetAsync("/v2/address-books/2/contacts");
        Assert.Empty(test.Emulator.Faults.ToList());
    }
}

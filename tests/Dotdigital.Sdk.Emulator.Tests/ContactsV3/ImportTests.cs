using System.Net;
using Dotdigital.Sdk.Emulator.Accounts;

namespace Dotdigital.Sdk.Emulator.Tests.ContactsV3;

public sealed class ImportTests
{
    [Fact]
    public async Task Import_TellsIdsOfCreatedAndUpdated_AndWhyOthersFailed()
    {
        await using var test = await TestEmulator.StartAsync();
        var book = test.Main.CreateAddressBook("News");
        var known = test.Main.AddContact("known@example.com");
        var id = await test.ImportV3Async(new
        {
            mergeOption = "overwrite",
            contacts = new object[]
            {
                new { matchIdentifier = "email", identifiers = new { email = "new@example.com" }, dataFields = new { FIRSTNAME = "New" }, lists = new[] { book } },
                new { matchIdentifier = "email", identifiers = new { email = "known@example.com" }, dataFields = new { FIRSTNAME = (string?)null } },
                new { matchIdentifier = "email", identifiers = new { email = "nonsense" } },
                new { matchIdentifier = "email", identifiers = new { email = "new@example.com" } },
            },
        });
        var status = await test.GetAsync($"/contacts/v3/import/{id}");
        Assert.Equal("Finished", status.Str("status"));
        Assert.Equal("new@example.com", status.GetProperty("created")[0].GetProperty("identifiers").Str("email"));
        Assert.Equal(known.Id, status.GetProperty("updated")[0].Int("contactId"));
        Assert.Equal(["invalidEmail", "duplicateIdentifier"], status.GetProperty("failures").EnumerateArray().Select(f => f.GetProperty("failures")[0].Str("failureCode")));
        Assert.True(test.Main.Contact("new@example.com")!.IsReachableIn(book));
        Assert.Empty(test.Main.Violations);
    }

    [Fact]
    public async Task Import_MatchedByContactId_Renames()
    {
        await using var test = await TestEmulator.StartAsync();
        var old = test.Main.AddContact("old@example.com");
        test.Main.AddContact("taken@example.com");
        await test.ImportV3Async(Rename(old.Id, "new@example.com"));
        Assert.Equal(old.Id, test.Main.Contact("new@example.com")!.Id);
        var conflict = await test.ImportV3Async(Rename(old.Id, "taken@example.com"));
        var status = await test.GetAsync($"/contacts/v3/import/{conflict}");
        Assert.Equal("idAlreadyExists", status.GetProperty("failures")[0].GetProperty("failures")[0].Str("failureCode"));
        Assert.Equal(old.Id, test.Main.Contact("new@example.com")!.Id);
    }

    [Fact]
    public async Task Import_ToTheAddressOfSomebodyWhoOptedOut_StaysOptedOut()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Main.AddContact("gone@example.com", status: EmulatedStatus.Unsubscribed);
        test.Main.DeleteContact("gone@example.com");
        var other = test.Main.AddContact("other@example.com");
        await test.ImportV3Async(Rename(other.Id, "gone@example.com"));
        Assert.Equal(EmulatedStatus.Unsubscribed, test.Main.Contact("gone@example.com")!.Status);
    }

    [Fact]
    public async Task Import_OfASuppressedPerson_UpdatesThemAndLeavesTheirStatus()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Main.AddContact("a@example.com", status: EmulatedStatus.Unsubscribed);
        await test.ImportV3Async(new { contacts = new[] { new { matchIdentifier = "email", identifiers = new { email = "a@example.com" }, dataFields = new { FIRSTNAME = "Ann" } } } });
        var contact = test.Main.Contact("a@example.com")!;
        Assert.Equal((EmulatedStatus.Unsubscribed, "Ann"), (contact.Status, contact.DataFields["FIRSTNAME"]));
        test.Main.Behaviour = test.Main.Behaviour with { V3UpdatesSuppressed = false };
        var id = await test.ImportV3Async(new { contacts = new[] { new { matchIdentifier = "email", identifiers = new { email = "a@example.com" }, dataFields = new { FIRSTNAME = "Bea" } } } });
        Assert.Equal(1, (await test.GetAsync($"/contacts/v3/import/{id}")).GetProperty("summary").Int("globallySuppressed"));
        Assert.Equal("Ann", test.Main.Contact("a@example.com")!.DataFields["FIRSTNAME"]);
    }

    [Fact]
    public async Task Import_WithStatusSubscribed_ResubscribesAndIsAViolationTwice()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Main.AddContact("a@example.com", status: EmulatedStatus.Unsubscribed);
        await test.ImportV3Async(new
        {
            contacts = new[] { new { matchIdentifier = "email", identifiers = new { email = "a@example.com" }, channelProperties = new { email = new { status = "subscribed" } } } },
        });
        Assert.Equal(EmulatedStatus.Subscribed, test.Main.Contact("a@example.com")!.Status);
        Assert.Equal([ViolationKind.StatusSent, ViolationKind.MadeReachable], test.Main.Violations.Select(v => v.Kind));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Import_WithAListThePersonLeft_KeepsThemOutUnlessConfigured(bool readd)
    {
        await using var test = await TestEmulator.StartAsync(o => o.Behaviour = new EmulatorBehaviour { V3ListsReadd = readd });
        var book = test.Main.CreateAddressBook("News");
        test.Main.AddContact("a@example.com", [book]);
        test.Main.Unsubscribe("a@example.com", book);
        await test.ImportV3Async(new { contacts = new[] { new { matchIdentifier = "email", identifiers = new { email = "a@example.com" }, lists = new[] { book } } } });
        Assert.Equal(readd, test.Main.Contact("a@example.com")!.IsReachableIn(book));
        Assert.Equal(readd ? 1 : 0, test.Main.Violations.Count(v => v.Kind == ViolationKind.MadeReachable));
    }

    [Fact]
    public async Task Import_WithABadConsentRecord_TakesTheContactAndNamesTheFailure()
    {
        await using var test = await TestEmulator.StartAsync();
        var id = await test.ImportV3Async(new
        {
            contacts = new[] { new { matchIdentifier = "email", identifiers = new { email = "a@example.com" }, consentRecords = new[] { new { text = "yes" } } } },
        });
        var status = await test.GetAsync($"/contacts/v3/import/{id}");
        Assert.Equal((1, 1), (status.GetProperty("created").GetArrayLength(), status.GetProperty("failures").GetArrayLength()));
        Assert.Equal(test.Main.Contact("a@example.com")!.Id, status.GetProperty("failures")[0].Int("contactId"));
    }

    [Fact]
    public async Task Import_MoreThanTwentyFiveAtOnce_Answers429()
    {
        await using var test = await TestEmulator.StartAsync(o => o.Behaviour = new EmulatorBehaviour { ImportDelay = TimeSpan.FromMinutes(1), MaxActiveImports = 1 });
        var body = new { contacts = new[] { new { matchIdentifier = "email", identifiers = new { email = "a@example.com" } } } };
        await test.ImportV3Async(body);
        var error = await test.PutAsync("/contacts/v3/import", body, HttpStatusCode.TooManyRequests);
        Assert.Equal("contacts:tooManyActiveImports", error.Str("errorCode"));
    }

    [Fact]
    public async Task Import_OfTextThatIsNoUnicode_FailsAloneAndLeavesTheAccountUsable()
    {
        await using var test = await TestEmulator.StartAsync();
        var id = await test.ImportV3Async("""{"contacts":[{"matchIdentifier":"email","identifiers":{"email":"a@example.com"},"dataFields":{"FIRSTNAME":"\ud800"}}]}""");
        Assert.Equal("Failed", (await test.GetAsync($"/contacts/v3/import/{id}")).Str("status"));
        Assert.Empty(test.Main.Contacts);
    }

    [Fact]
    public async Task Import_CannotWriteWhatTheServerSets()
    {
        await using var test = await TestEmulator.StartAsync();
        await test.ImportV3Async(new { contacts = new[] { new { matchIdentifier = "email", identifiers = new { email = "a@example.com" }, dataFields = new { LASTSUBSCRIBED = "2001-01-01" } } } });
        await test.ImportCsvAsync("Email,LASTSUBSCRIBED\r\na@example.com,2001-01-01\r\n");
        Assert.Equal(TestEmulator.Start.UtcDateTime, test.Main.Contact("a@example.com")!.DataFields["LASTSUBSCRIBED"]);
    }

    private static object Rename(int contactId, string email)
        => new { contacts = new[] { new { matchIdentifier = "contactId", identifiers = new { contactId, email } } } };
}

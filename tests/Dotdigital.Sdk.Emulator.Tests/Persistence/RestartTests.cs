using Dotdigital.Sdk.Emulator.DataFields;
using Dotdigital.Sdk.Emulator.Faults;

namespace Dotdigital.Sdk.Emulator.Tests.Persistence;

/// <summary>What is in the state file is there again after a restart: replayed from the journal, or read from a snapshot.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"emulator-{Guid.NewGuid():N}.state");

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(1)]
    public async Task Restart_BringsBackEverythingAnswersReferTo(long compactAbove)
    {
        string pending;
        string finished;
        string before;
        int campaign;
        int book;
        await using (var test = await StartAsync(compactAbove))
        {
            book = test.Main.CreateAddressBook("News");
            test.Main.CreateDataField("POINTS", DataFieldType.Numeric);
            test.Main.AddContacts("u{0}@example.com", 0, 50, [book], new Dictionary<string, string?> { ["POINTS"] = "{0}" });
            test.Main.Unsubscribe("u1@example.com", book);
            test.Main.Unsubscribe("u2@example.com");
            test.Main.DeleteContact("u2@example.com");
            test.Main.ChangeEmail("u3@example.com", "three@example.com");
            campaign = test.Main.CreateCampaign("Spring");
            test.Main.SendCampaign(campaign, book);
            test.Main.Open(campaign, "u5@example.com");
            test.Main.Behaviour = test.Main.Behaviour with { ImportDelay = TimeSpan.FromMinutes(10) };
            test.Emulator.Faults.Add(new Fault(FaultKind.RowRefused) { Emails = ["refused@example.com"], Reason = "Blocked" });
            finished = await test.ImportCsvAsync("Email,POINTS\r\nimported@example.com,7\r\nrefused@example.com,8\r\n", book);
            test.Emulator.Clock.Advance(TimeSpan.FromMinutes(10));
            pending = await test.ImportCsvAsync("Email\r\nlater@example.com\r\nu2@example.com\r\n", book);
            await test.ImportV3Async(new { contacts = new[] { new { matchIdentifier = "email", identifiers = new { email = "v3@example.com" }, channelProperties = new { email = new { status = "subscribed" } } } } });
            before = await DescribeAsync(test, book, campaign, finished);
        }

        await using (var again = await StartAsync(compactAbove))
        {
            Assert.Equal(before, await DescribeAsync(again, book, campaign, finished));
            Assert.Equal(TestEmulator.Start.AddMinutes(10), again.Emulator.Clock.GetUtcNow());
            Assert.Equal("NotFinished", await again.ImportStatusAsync(pending));
            again.Emulator.Clock.Advance(TimeSpan.FromMinutes(10));
            Assert.Equal("Finished", await again.ImportStatusAsync(pending));
            Assert.Contains("Unsubscribed,u2@example.com", await again.FaultsAsync(pending));
            Assert.True(again.Main.Contact("later@example.com")!.IsReachableIn(book));
            Assert.NotNull(again.Main.Contact("v3@example.com"));
        }
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(1)]
    public async Task Restart_BringsBackWhichOptOutsAreKnown(long compactAbove)
    {
        int book;
        await using (var test = await StartAsync(compactAbove))
        {
            book = test.Main.CreateAddressBook("News");
            test.Main.OptOutKnown("a@example.com", book);
        }

        await using (var again = await StartAsync(compactAbove))
        {
            await again.ImportCsvAsync("Email\r\na@example.com\r\n", book);
            Assert.Equal(book, Assert.Single(again.Main.Violations).AddressBookId);
        }
    }

    [Fact]
    public async Task Restart_AfterATornLastRecord_DropsOnlyThat()
    {
        await using (var test = await StartAsync(long.MaxValue))
        {
            test.Main.AddContact("kept@example.com");
        }

        var length = new FileInfo(_file).Length;
        await using (var test = await StartAsync(long.MaxValue))
        {
            test.Main.AddContact("torn@example.com");
        }

        await using (var file = new FileStream(_file, FileMode.Open))
        {
            file.SetLength(file.Length - 3);
        }

        await using var again = await StartAsync(long.MaxValue);
        Assert.Equal(["kept@example.com"], again.Main.Contacts.Select(c => c.Email));
        again.Main.AddContact("next@example.com");
        Assert.True(new FileInfo(_file).Length > length);
        await again.DisposeAsync();
        await using var last = await StartAsync(long.MaxValue);
        Assert.Equal(["kept@example.com", "next@example.com"], last.Main.Contacts.Select(c => c.Email));
    }

    [Fact]
    public async Task Compaction_MakesTheFileSmallerThanItsHistory()
    {
        await using var test = await StartAsync(20_000);
        test.Main.AddContact("a@example.com");
        foreach (var i in Enumerable.Range(0, 1000))
        {
            test.Main.SetDataField("a@example.com", "FIRSTNAME", $"Ann {i}");
        }

        Assert.True(new FileInfo(_file).Length < 40_000);
        Assert.Equal("Ann 999", test.Main.Contact("a@example.com")!.DataFields["FIRSTNAME"]);
    }

    [Fact]
    public async Task StateFile_InUseByAnotherEmulator_IsRefused()
    {
        await using var test = await StartAsync(long.MaxValue);
        await Assert.ThrowsAsync<IOException>(() => StartAsync(long.MaxValue));
    }

    private static async Task<string> DescribeAsync(TestEmulator test, int book, int campaign, string import)
    {
        string[] paths =
        [
            "/v2/address-books", "/v2/data-fields", "/v2/contacts?withFullData=true", $"/v2/address-books/{book}/contacts", $"/v2/address-books/{book}/contacts/unsubscribed-since/2026-01-01T00:00:00Z",
            "/v2/contacts/suppressed-since/2026-01-01T00:00:00Z", "/v2/contacts/modified-since/2026-01-01T00:00:00Z", $"/v2/campaigns/{campaign}/activities", $"/v2/campaigns/{campaign}/opens",
            $"/v2/campaigns/{campaign}/with-details", $"/v2/contacts/import/{import}/report",
        ];
        var answers = new List<string>();
        foreach (var path in paths)
        {
            answers.Add($"{path}: {(await test.GetAsync(path)).GetRawText()}");
        }

        answers.Add(await test.FaultsAsync(import));
        answers.Add(string.Join(';', test.Main.Violations));
        var items = (await test.GetAsync("/contacts/v3?limit=5000&include=lists%7CchannelProperties&data-fields=[[ALL]]")).GetProperty("_items").GetRawText();
        return string.Join('\n', answers) + items;
    }

    private Task<TestEmulator> StartAsync(long compactAbove) => TestEmulator.StartAsync(o =>
    {
        o.StateFile = _file;
        o.CompactAbove = compactAbove;
    });
}

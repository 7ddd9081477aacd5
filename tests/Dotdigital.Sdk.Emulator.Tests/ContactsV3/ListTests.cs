using System.Net;

namespace Dotdigital.Sdk.Emulator.Tests.ContactsV3;

public sealed class ListTests
{
    [Fact]
    public async Task List_FollowsMarkersThroughEverybodyOnce()
    {
        await using var test = await TestEmulator.StartAsync();
        var book = test.Main.CreateAddressBook("News");
        test.Main.AddContacts("u{0}@example.com", 0, 250, [book]);
        test.Main.AddContacts("x{0}@example.com", 0, 50);
        Assert.Equal(300, (await ReadAllAsync(test, "/contacts/v3?limit=90")).Distinct().Count());
        Assert.Equal(250, (await ReadAllAsync(test, $"/contacts/v3?limit=100&~listId={book}")).Distinct().Count());
    }

    [Fact]
    public async Task List_GivesListsChannelsAndChosenFields()
    {
        await using var test = await TestEmulator.StartAsync();
        var (one, two) = (test.Main.CreateAddressBook("One"), test.Main.CreateAddressBook("Two"));
        test.Main.AddContact("a@example.com", [one, two], new Dictionary<string, string?> { ["FIRSTNAME"] = "Ann" });
        test.Main.Unsubscribe("a@example.com", two);
        test.Main.SoftBounce("a@example.com");
        var item = (await test.GetAsync("/contacts/v3?include=channelProperties%7Clists&data-fields=FIRSTNAME")).GetProperty("_items")[0];
        Assert.Equal("softBounced", item.GetProperty("channelProperties").GetProperty("email").Str("status"));
        Assert.Equal(["subscribed", "suppressed"], item.GetProperty("lists").Each("status"));
        Assert.Equal("Ann", Assert.Single(item.GetProperty("dataFields").EnumerateObject()).Value.GetString());
    }

    [Fact]
    public async Task List_ModifiedSince_GivesOnlyWhatChanged()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Main.AddContacts("u{0}@example.com", 0, 10);
        test.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        test.Main.Unsubscribe("u3@example.com");
        Assert.Equal(["u3@example.com"], await ReadAllAsync(test, "/contacts/v3?~modified=gte::2026-03-01T12:30:00Z"));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task List_ModifiedSince_SeesMembershipChanges_AsConfigured(bool moves, int expected)
    {
        await using var test = await TestEmulator.StartAsync(o => o.Behaviour = new EmulatorBehaviour { MembershipMovesModified = moves });
        var book = test.Main.CreateAddressBook("News");
        test.Main.AddContact("a@example.com");
        test.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        test.Main.AddToAddressBook("a@example.com", book);
        Assert.Equal(expected, (await ReadAllAsync(test, "/contacts/v3?~modified=gte::2026-03-01T12:30:00Z")).Count);
    }

    [Theory]
    [InlineData("?limit=5001")]
    [InlineData("?~modified=2026-01-01")]
    [InlineData("?marker=nonsense")]
    [InlineData("?~listId=999")]
    [InlineData("?include=everything")]
    public async Task List_WithAnImpossibleParameter_IsRefusedInV3sWay(string query)
    {
        await using var test = await TestEmulator.StartAsync();
        var error = await test.GetAsync("/contacts/v3" + query, HttpStatusCode.BadRequest);
        Assert.StartsWith("contacts:invalid", error.Str("errorCode"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WithAnExpiredMarker_IsRefused()
    {
        await using var test = await TestEmulator.StartAsync(o => o.Behaviour = new EmulatorBehaviour { MarkerLifetime = TimeSpan.FromMinutes(5) });
        test.Main.AddContacts("u{0}@example.com", 0, 3);
        var page = await test.GetAsync("/contacts/v3?limit=1");
        test.Emulator.Clock.Advance(TimeSpan.FromMinutes(6));
        var marker = Uri.EscapeDataString(page.GetProperty("_links").GetProperty("next").Str("marker")!);
        var error = await test.GetAsync($"/contacts/v3?limit=1&marker={marker}", HttpStatusCode.BadRequest);
        Assert.Equal("contacts:invalidMarker", error.Str("errorCode"));
    }

    [Fact]
    public async Task List_GivesContactsWithoutAnEmail()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Main.AddMobileContact("447123123123");
        var item = (await test.GetAsync("/contacts/v3?include=channelProperties")).GetProperty("_items")[0];
        Assert.Equal("447123123123", item.GetProperty("identifiers").Str("mobileNumber"));
        Assert.False(item.GetProperty("channelProperties").TryGetProperty("email", out _));
        Assert.Equal(0, (await test.GetAsync("/v2/contacts")).GetArrayLength());
    }

    private static async Task<List<string>> ReadAllAsync(TestEmulator test, string path)
    {
        var emails = new List<string>();
        for (string? next = path; next is not null;)
        {
            var page = await test.GetAsync(next);
            emails.AddRange(page.GetProperty("_items").EnumerateArray().Select(i => i.GetProperty("identifiers").Str("email")!));
            next = page.GetProperty("_links").TryGetProperty("next", out var link) ? link.Str("link") : null;
        }

        return emails;
    }
}

using System.Net;
using Dotdigital.Sdk.Emulator.Accounts;

namespace Dotdigital.Sdk.Emulator.Tests.ContactsV3;

public sealed class SingleTests
{
    [Fact]
    public async Task Patch_CreatesThenUpdates_OnlyWhatItNames()
    {
        await using var test = await TestEmulator.StartAsync();
        await test.SendAsync(HttpMethod.Patch, "/contacts/v3/email/a@example.com", new { dataFields = new { FIRSTNAME = "Ann", LASTNAME = "Smith" } }, HttpStatusCode.Created);
        await test.SendAsync(HttpMethod.Patch, "/contacts/v3/email/a%40example.com", new { dataFields = new { FIRSTNAME = "Bea" } }, HttpStatusCode.OK);
        var contact = await test.GetAsync("/contacts/v3/email/a@example.com");
        Assert.Equal(("Bea", "Smith"), (contact.GetProperty("dataFields").Str("FIRSTNAME"), contact.GetProperty("dataFields").Str("LASTNAME")));
    }

    [Fact]
    public async Task Put_ReplacesEverything()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Main.AddContact("a@example.com", null, new Dictionary<string, string?> { ["LASTNAME"] = "Smith" });
        await test.PutAsync("/contacts/v3/email/a@example.com", new { identifiers = new { email = "a@example.com" }, dataFields = new { FIRSTNAME = "Bea" } });
        Assert.DoesNotContain("LASTNAME", test.Main.Contact("a@example.com")!.DataFields.Keys);
    }

    [Fact]
    public async Task Patch_ToATakenAddress_Conflicts()
    {
        await using var test = await TestEmulator.StartAsync();
        var a = test.Main.AddContact("a@example.com");
        test.Main.AddContact("b@example.com");
        var error = await test.SendAsync(HttpMethod.Patch, $"/contacts/v3/contactId/{a.Id}", new { identifiers = new { email = "b@example.com" } }, HttpStatusCode.Conflict);
        Assert.Equal("contacts:idAlreadyExists", error.Str("errorCode"));
    }

    [Fact]
    public async Task Patch_WithStatusSubscribed_IsAViolation()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Main.AddContact("a@example.com", status: EmulatedStatus.Suppressed);
        await test.SendAsync(HttpMethod.Patch, "/contacts/v3/email/a@example.com", new { channelProperties = new { email = new { status = "subscribed" } } }, HttpStatusCode.OK);
        Assert.Contains(test.Main.Violations, v => v.Kind == ViolationKind.MadeReachable && v.Operation == "importContact");
    }

    [Fact]
    public async Task Get_OfANonexistentContact_AnswersWithDetails()
    {
        await using var test = await TestEmulator.StartAsync();
        var error = await test.GetAsync("/contacts/v3/email/x@example.com", HttpStatusCode.NotFound);
        Assert.Equal(("contacts:contactNotFound", "x@example.com"), (error.Str("errorCode"), error.GetProperty("details")[0].Str("item")));
    }

    [Fact]
    public async Task Delete_OneAndMany()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Main.AddContacts("u{0}@example.com", 0, 3);
        await test.SendAsync(HttpMethod.Delete, "/contacts/v3/email/u0@example.com", null, HttpStatusCode.OK);
        var job = await test.PostAsync("/contacts/v3/delete", new object[] { new { email = "u1@example.com" }, new { email = "x@example.com" } }, HttpStatusCode.Accepted);
        var status = await test.GetAsync($"/contacts/v3/delete/{job.Str("deleteId")}");
        Assert.Equal("Finished", status.Str("status"));
        Assert.Equal((1, 1), (status.GetProperty("summary").Int("deletedContacts"), status.GetProperty("summary").Int("unknownContacts")));
        Assert.Equal(["u2@example.com"], test.Main.Contacts.Select(c => c.Email));
    }
}

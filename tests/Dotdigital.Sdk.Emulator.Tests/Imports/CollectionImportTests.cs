using System.Net;
using Dotdigital.Sdk.Emulator.Accounts;

namespace Dotdigital.Sdk.Emulator.Tests.Imports;

public sealed class CollectionImportTests
{
    [Fact]
    public async Task ImportCollection_TouchesOnlyTheFieldsItNames()
    {
        await using var test = await TestEmulator.StartAsync();
        var book = test.Main.CreateAddressBook("News");
        test.Main.AddContact("a@example.com", null, new Dictionary<string, string?> { ["FIRSTNAME"] = "Ann", ["LASTNAME"] = "Smith" });
        var answer = await test.PostAsync(
            "/v2/contacts/import-collection",
            new { addressBookIds = new[] { book }, mergeOption = "Overwrite", contacts = new[] { new { email = "a@example.com", dataFields = new[] { new { key = "FIRSTNAME", value = "Bea" } } } } },
            HttpStatusCode.Accepted);
        Assert.Equal("Finished", await test.ImportStatusAsync(answer.Str("id")!));
        var contact = test.Main.Contact("a@example.com")!;
        Assert.Equal(("Bea", "Smith", true), (contact.DataFields["FIRSTNAME"], contact.DataFields["LASTNAME"], contact.IsReachableIn(book)));
        Assert.Empty(test.Main.Violations);
    }

    [Fact]
    public async Task ImportCollection_WithAStatus_IsAViolation()
    {
        await using var test = await TestEmulator.StartAsync();
        await test.PostAsync("/v2/contacts/import-collection", new { contacts = new[] { new { email = "a@example.com", status = "Subscribed" } } }, HttpStatusCode.Accepted);
        var violation = Assert.Single(test.Main.Violations);
        Assert.Equal((ViolationKind.StatusSent, "a@example.com"), (violation.Kind, violation.Email));
    }
}

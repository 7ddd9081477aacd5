using System.Net;
using Dotdigital.Sdk.Emulator.Accounts;

namespace Dotdigital.Sdk.Emulator.Tests.Contacts;

public sealed class KnownOptOutTests
{
    [Fact]
    public async Task Csv_IntoTheBookThatWasLeft_IsAViolationOnceTheOptOutIsKnown()
    {
        await using var test = await TestEmulator.StartAsync();
        var (left, other) = (test.Main.CreateAddressBook("Left"), test.Main.CreateAddressBook("Other"));
        test.Main.AddContact("a@example.com", [left]);
        test.Main.Unsubscribe("a@example.com", left);
        await test.ImportCsvAsync("Email\r\na@example.com\r\n", left);
        Assert.Empty(test.Main.Violations);

        test.Main.OptOutKnown("A@example.com", left);
        await test.ImportCsvAsync("Email\r\na@example.com\r\n", other);
        Assert.Empty(test.Main.Violations);
        await test.ImportCsvAsync("FIRSTNAME,Email\r\nBob,b@example.com\r\nAnn, a@EXAMPLE.com\r\n", left);
        var violation = Assert.Single(test.Main.Violations);
        Assert.Equal((ViolationKind.SentAgain, (int?)left), (violation.Kind, violation.AddressBookId));
    }

    [Fact]
    public async Task Json_OfV2AndV3_IsAViolationInAnyBookWhereTheAccountsOptOutIsKnown()
    {
        await using var test = await TestEmulator.StartAsync();
        var book = test.Main.CreateAddressBook("News");
        test.Main.OptOutKnown("a@example.com");
        await test.PostAsync("/v2/contacts/import-collection", new { addressBookIds = new[] { book }, contacts = new[] { new { email = "a@example.com" } } }, HttpStatusCode.Accepted);
        await test.PutAsync("/contacts/v3/import", new { contacts = new[] { new { identifiers = new { email = "a@example.com" }, lists = new[] { book } } } }, HttpStatusCode.Accepted);
        Assert.Equal([ViolationKind.SentAgain, ViolationKind.SentAgain], test.Main.Violations.Select(static violation => violation.Kind));
    }

    [Fact]
    public async Task Json_OfV2AndV3_IsAViolationInTheOneBookThatWasLeft()
    {
        await using var test = await TestEmulator.StartAsync();
        var (left, other) = (test.Main.CreateAddressBook("Left"), test.Main.CreateAddressBook("Other"));
        test.Main.OptOutKnown("a@example.com", left);
        foreach (var book in new[] { left, other })
        {
            await test.PostAsync("/v2/contacts/import-collection", new { addressBookIds = new[] { book }, contacts = new[] { new { email = "a@example.com" } } }, HttpStatusCode.Accepted);
            await test.PutAsync("/contacts/v3/import", new { contacts = new[] { new { identifiers = new { email = "a@example.com" }, lists = new[] { book } } } }, HttpStatusCode.Accepted);
        }

        Assert.Equal([left, left], test.Main.Violations.Select(static violation => violation.AddressBookId ?? 0));
    }

    [Fact]
    public async Task Resubscribed_MayBeSentAgain()
    {
        await using var test = await TestEmulator.StartAsync();
        var book = test.Main.CreateAddressBook("News");
        test.Main.AddContact("a@example.com", [book]);
        test.Main.Unsubscribe("a@example.com");
        test.Main.Unsubscribe("a@example.com", book);
        test.Main.OptOutKnown("a@example.com");
        test.Main.OptOutKnown("a@example.com", book);
        test.Main.Resubscribe("a@example.com", book);
        await test.ImportCsvAsync("Email\r\na@example.com\r\n", book);
        Assert.Empty(test.Main.Violations);
    }

    [Fact]
    public async Task OptOutOver_EndsWhatWasKnown()
    {
        await using var test = await TestEmulator.StartAsync();
        var book = test.Main.CreateAddressBook("News");
        test.Main.OptOutKnown("a@example.com", book);
        test.Main.OptOutOver("a@example.com", book);
        await test.ImportCsvAsync("Email\r\na@example.com\r\n", book);
        Assert.Empty(test.Main.Violations);
    }
}

using System.Text.Json;
using Dotdigital.Sdk.Contacts;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.MarketingEmail;
using Dotdigital.Sdk.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Tests;

/// <summary>What the API would refuse, and can be known here, throws before any call, and names the limit.</summary>
public sealed class BadInputTests
{
    private static readonly Dictionary<string, (Func<IDotdigitalClient, Task> Call, string Says)> Cases = new(StringComparer.Ordinal)
    {
        ["no contact"] = (c => c.Contacts.GetAsync(default), "neither"),
        ["an id of nobody"] = (c => c.Contacts.GetAsync(0), "1"),
        ["an email that is another route"] = (c => c.Contacts.GetAsync("count"), "@"),
        ["an email without a name"] = (c => c.Contacts.UnsubscribeAsync("@example.com"), "@"),
        ["an empty email"] = (c => c.Contacts.CreateAsync(new() { Email = "" }), "empty"),
        ["no contacts to suppress"] = (c => c.Contacts.SuppressAsync([]), "5000"),
        ["too many contacts to look up"] = (c => c.Contacts.GetManyAsync([.. Enumerable.Range(1, 5001).Select(i => ContactKey.FromId(i))], withFullData: false), "5000"),
        ["too many contacts to delete"] = (c => c.ContactsV3.DeleteManyAsync([.. Enumerable.Range(1, 5001).Select(i => ContactV3Identifier.FromContactId(i))]), "5000"),
        ["too many lists"] = (c => c.ContactsV3.CreateAsync(new() { Identifiers = new() { Email = "a@example.com" }, Lists = [.. Enumerable.Range(1, 101)] }), "100"),
        ["an import of nobody"] = (c => c.ContactsV3.ImportAsync(new ContactV3ImportRequest { Contacts = [] }), "1"),
        ["a custom identifier with a space"] = (c => c.CustomIdentifiers.CreateAsync("crm id"), "50"),
        ["a campaign name too long"] = (c => c.Campaigns.CreateAsync(new() { Name = new('a', 256), Subject = "s", FromName = "f", HtmlContent = "h", PlainTextContent = "p" }), "255"),
        ["a split test of nobody"] = (c => c.Campaigns.SendAsync(new() { CampaignId = 1, ToAllContacts = true, SplitTestOptions = new() { TestMetric = new("Opens"), TestPercentage = 0, TestPeriodHours = 1 } }), "100"),
        ["a campaign to nobody, which the API takes for everybody"] = (c => c.Campaigns.SendAsync(new() { CampaignId = 1, AddressBookIds = [] }), "every contact"),
        ["a campaign to some and everybody"] = (c => c.Campaigns.SendTimeOptimisedAsync(new() { CampaignId = 1, ContactIds = [5], ToAllContacts = true }), "not both"),
        ["six replies at once"] = (c => c.Campaigns.GetContactRepliesPageAsync(1, 1, take: 6), "5"),
        ["a period that ends before it begins"] = (c => c.Campaigns.GetMetricsPageAsync(FakeTime.Start, FakeTime.Start.AddDays(-1)), "ends before"),
        ["a data field name too long"] = (c => c.DataFields.CreateAsync(new() { Name = new('a', 21), Type = new("String"), Visibility = new("Private") }), "20"),
        ["a data field without a type"] = (c => c.DataFields.CreateAsync(new() { Name = "A", Visibility = new("Private") }), "type"),
        ["an address book without a name"] = (c => c.AddressBooks.UpdateAsync(1, " ", new("Private")), "space"),
        ["an enrolment of nobody"] = (c => c.Programs.EnrolAsync(new() { ProgramId = 1 }), "At least one"),
        ["no events"] = (c => c.Events.ImportAsync([]), "5000"),
        ["a page of events too large"] = (c => c.Events.ReadAsync(1, take: 5001), "5000"),
        ["a record that is no object"] = (c => c.InsightData.PutAccountRecordAsync("orders", "1", JsonSerializer.SerializeToElement(5)), "object"),
        ["keys too many"] = (c => c.InsightData.DeleteAccountRecordsAsync("orders", [.. Enumerable.Range(1, 5001).Select(i => $"{i}")]), "5000"),
        ["a page of records too large"] = (c => c.InsightData.GetAccountRecordsPageAsync("orders", take: 1001), "1000"),
        ["an email to nobody"] = (c => c.TransactionalEmail.SendAsync(new() { ToAddresses = [], Subject = "s", FromAddress = "a@example.com" }), "At least 1"),
        ["a marketing email to no address"] = (c => c.MarketingEmail.SendAsync(new() { To = "ann", Content = MarketingEmailContent.FromHtml("s", "h") }), "@"),
        ["a webhook without an address"] = (c => c.Webhooks.CreateAsync(new() { Name = "a", Url = "example.com" }), "absolute"),
        ["a batch too large"] = (c => c.Webhooks.CreateAsync(new() { Name = "a", Url = "https://example.com", MaxBatchSize = 501 }), "500"),
        ["a colour by its name"] = (c => c.Account.UpdateThemeAsync(1, new() { PrimaryColor = "red", SecondaryColor = "#000000", HyperlinkColor = "#000000", ButtonColor = "#000000" }), "#rrggbb"),
        ["an SMS without a text"] = (c => c.Sms.SendAsync("447123123123", ""), "empty"),
        ["a page of none"] = (c => c.Segments.GetPageAsync(take: 0), "1"),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Argument_TheApiWouldRefuse_ThrowsBeforeAnyCall(string name)
    {
        var handler = new ScriptedHandler(TimeProvider.System);
        await using var services = TestClients.Build(new("http://localhost:1"), handler: handler);
        var (call, says) = Cases[name];

        var error = await Assert.ThrowsAnyAsync<ArgumentException>(() => call(services.GetRequiredService<IDotdigitalClient>()));

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }
}

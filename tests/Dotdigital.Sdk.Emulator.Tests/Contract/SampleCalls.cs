using System.Globalization;
using System.Net.Http.Json;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.DataFields;

namespace Dotdigital.Sdk.Emulator.Tests.Contract;

/// <summary>A lived-in account, and for each operation a call that it answers well.</summary>
internal sealed class SampleCalls
{
    public const string Since = "2026-01-01T00:00:00Z";
    private static readonly object NewContact = new { email = "new@example.com", optInType = "Single", emailType = "Html", dataFields = new[] { new { key = "POINTS", value = (object)5 } } };
    private static readonly object Csv = new { fileName = "contacts.csv", data = "Email,FIRSTNAME\r\ncsv@example.com,Ann\r\nnonsense,x\r\n"u8.ToArray() };
    private static readonly object Resubscription = new { unsubscribedContact = new { email = "gone@example.com" } };
    private static readonly object V3Rows = new
    {
        contacts = new object[]
        {
            new { matchIdentifier = "email", identifiers = new { email = "v3@example.com" }, consentRecords = new[] { new { text = "yes" } } },
            new { matchIdentifier = "email", identifiers = new { email = "ann@example.com" }, dataFields = new { POINTS = 6 } },
            new { matchIdentifier = "email", identifiers = new { email = "nonsense" } },
        },
    };

    private readonly TestEmulator _test;
    private readonly string _book;
    private readonly string _otherBook;
    private readonly string _contact;
    private readonly string _campaign;

    public SampleCalls(TestEmulator test)
    {
        _test = test;
        var main = test.Main;
        var book = main.CreateAddressBook("News");
        var other = main.CreateAddressBook("Offers", "Public");
        main.CreateDataField("POINTS", DataFieldType.Numeric, "Public", "1");
        main.CreateDataField("SINCE", DataFieldType.Date);
        main.CreateDataField("VIP", DataFieldType.Boolean, "Private");
        var contact = main.AddContact("ann@example.com", [book, other], new Dictionary<string, string?> { ["POINTS"] = "2.5", ["SINCE"] = "2026-01-01", ["VIP"] = "yes", ["FIRSTNAME"] = "Ann" });
        main.AddContact("gone@example.com", [book]);
        main.AddContact("bounced@example.com", [book]);
        main.AddContact("pending@example.com", [book], status: EmulatedStatus.PendingOptIn);
        main.AddMobileContact("447123123123", [book]);
        var campaign = main.CreateCampaign("Spring");
        main.SendCampaign(campaign, book);
        main.Open(campaign, "ann@example.com");
        main.Click(campaign, "ann@example.com", "https://shop.example/");
        main.Unsubscribe("gone@example.com", null, campaign);
        main.HardBounce("bounced@example.com", campaign);
        main.Unsubscribe("ann@example.com", other);
        (_book, _otherBook, _contact, _campaign) = (Text(book), Text(other), Text(contact.Id), Text(campaign));
    }

    /// <summary>The call of an operation; those that need an earlier job start one first.</summary>
    public async Task<HttpRequestMessage> BuildAsync(string method, string operation, string template)
    {
        var path = template;
        if (operation.StartsWith("ApiContactImport_Get", StringComparison.Ordinal))
        {
            path = path.Replace("{importId}", await _test.ImportCsvAsync("Email\r\nx@example.com\r\n"), StringComparison.Ordinal);
        }
        else if (operation is "getImportStatus")
        {
            path = path.Replace("{importId}", await _test.ImportV3Async(V3Rows), StringComparison.Ordinal);
        }
        else if (operation is "getDeleteStatus")
        {
            var job = await _test.PostAsync("/contacts/v3/delete", new object[] { new { email = "ann@example.com" }, new { email = "x@example.com" } }, System.Net.HttpStatusCode.Accepted);
            path = path.Replace("{deleteId}", job.Str("deleteId"), StringComparison.Ordinal);
        }
        else if (operation is "ApiContact_GetBulkContactDeletionProgress")
        {
            var job = await _test.PostAsync($"/v2/address-books/{_book}/contacts/delete-all", new { }, System.Net.HttpStatusCode.Accepted);
            path = path.Replace("{deletionRequestId}", job.Str("id"), StringComparison.Ordinal);
        }

        var id = operation.StartsWith("ApiAddressBook", StringComparison.Ordinal) ? _book : operation.StartsWith("ApiCampaign", StringComparison.Ordinal) ? _campaign : _contact;
        path = path.Replace("{addressBookId}", _book, StringComparison.Ordinal).Replace("{contactId}", _contact, StringComparison.Ordinal)
            .Replace("{campaignId}", _campaign, StringComparison.Ordinal).Replace("{id}", id, StringComparison.Ordinal).Replace("{email}", "ann@example.com", StringComparison.Ordinal)
            .Replace("{date}", Since, StringComparison.Ordinal).Replace("{name}", "VIP", StringComparison.Ordinal).Replace("{mergeOption}", "Overwrite", StringComparison.Ordinal)
            .Replace("{identifier}/{value}", "email/ann@example.com", StringComparison.Ordinal);
        path += operation is "getContacts" ? "?include=channelProperties%7Clists%7CconsentRecords&data-fields=[[ALL]]&limit=2" : "";
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (Body(operation) is { } body)
        {
            request.Content = JsonContent.Create(body);
        }

        return request;
    }

    private static string Text(int id) => id.ToString(CultureInfo.InvariantCulture);

    private object? Body(string operation) => operation switch
    {
        "ApiAddressBook_CreateAddressBook" or "ApiAddressBook_UpdateAddressBook" => new { name = "Other", visibility = "Public" },
        "ApiDataField_CreateDataField" => new { name = "NEWFIELD", type = "String", visibility = "Public", defaultValue = "x" },
        "ApiContact_CreateContact" => NewContact,
        "ApiContact_UpdateContact" => new { email = "ann@example.com" },
        "ApiContact_AddContactToAddressBook" or "ApiContact_UnsubscribeContact" or "ApiContact_UnsubscribeContactFromAddressBook" => new { email = "ann@example.com" },
        "ApiContact_SuppressContacts" => new object[] { new { id = int.Parse(_contact, CultureInfo.InvariantCulture) }, new { email = "x@example.com" } },
        "ApiContact_DeleteContactsFromAddressBook" => new[] { int.Parse(_contact, CultureInfo.InvariantCulture) },
        "ApiContactImport_ImportContactsCollection" => new { addressBookIds = new[] { int.Parse(_otherBook, CultureInfo.InvariantCulture) }, contacts = new[] { NewContact } },
        "createContact" => new { identifiers = new { email = "new@example.com" }, dataFields = new { POINTS = 3 }, lists = new[] { int.Parse(_book, CultureInfo.InvariantCulture) } },
        "importContact" or "replaceContact" => new { identifiers = new { email = "ann@example.com" }, dataFields = new { VIP = false } },
        "importContacts" => V3Rows,
        "deleteContacts" => new object[] { new { email = "ann@example.com" } },
        _ when operation.Contains("Resubscribe", StringComparison.Ordinal) => Resubscription,
        _ when operation.StartsWith("ApiContactImport_Import", StringComparison.Ordinal) => Csv,
        _ => null,
    };
}

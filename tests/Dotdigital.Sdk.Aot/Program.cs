using System.Text;
using System.Text.Json;
using Dotdigital.Sdk;
using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.ContactImports;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Errors;
using Microsoft.Extensions.DependencyInjection;

// The client compiled ahead of time, against a running emulator: endpoint, user name and password are the arguments. Ends with 0 when all is well.
if (args is not [var endpoint, var userName, var password])
{
    Console.Error.WriteLine("usage: Dotdigital.Sdk.Aot ENDPOINT USER PASSWORD");
    return 2;
}

await using var services = new ServiceCollection()
    .AddDotdigitalClient(o =>
    {
        o.UserName = userName;
        o.Password = password;
        o.Endpoint = new Uri(endpoint);
        o.AllowLoopback = true;
    })
    .Services.BuildServiceProvider();
var client = services.GetRequiredService<IDotdigitalClient>();

var account = await client.Account.GetInfoAsync();
Require(account.GetProperty("ApiEndpoint") is not null, "the account has no endpoint");
Require(await client.Account.GetServerTimeAsync() > DateTimeOffset.UnixEpoch, "the server has no time");

var book = await client.AddressBooks.CreateAsync($"Aot {Guid.NewGuid():N}", AddressBookVisibility.Private);
Require(await client.AddressBooks.GetAllAsync().AnyAsync(b => b.Id == book.Id), "the address book is not listed");
var field = $"A{Guid.NewGuid():N}"[..20];
await client.DataFields.CreateAsync(new() { Name = field, Type = DataFieldType.Numeric, Visibility = DataFieldVisibility.Private });

using var csv = new MemoryStream(Encoding.UTF8.GetBytes($"Email,{field}\r\naot@example.com,7\r\n"));
var import = await client.ContactImports.ImportCsvAsync(book.Id, csv);
for (var i = 0; i < 200 && import.Status == ContactImportStatus.NotFinished; i++)
{
    await Task.Delay(50);
    import = await client.ContactImports.GetAsync(import.Id);
}

Require(import.Status == ContactImportStatus.Finished, $"the import is {import.Status}");
var contact = await client.Contacts.GetAsync("aot@example.com");
Require(contact.DataFields[field].AsNumber() == 7, "the data field was not imported");

var patched = await client.ContactsV3.PatchAsync(
    ContactV3Identifier.FromContactId(contact.Id), new() { DataFields = new([new(field, DataFieldValue.FromNumber(8))]), Email = new() { EmailType = new("Html") } });
Require(patched.ContactId == contact.Id, "another contact was patched");
var read = await client.ContactsV3.GetAllAsync(new() { ListId = book.Id, DataFields = [field], Include = ContactV3Include.Lists | ContactV3Include.ChannelProperties }).ToListAsync();
Require(read is [{ Lists.Count: > 0 }] && read[0].DataFields[field].AsNumber() == 8, "the contact is not in its address book");

// What the emulator does not serve still goes out and comes back: both sides of the JSON, and a typed error.
var record = JsonDocument.Parse("""{"total":5}""").RootElement;
Require(await NotServedAsync(() => client.InsightData.PutAccountRecordAsync("orders", "1", record)), "insight data is not sent");
Require(await NotServedAsync(() => client.Events.ImportAsync([new() { Contact = ContactV3Identifier.FromEmail("aot@example.com"), Type = "visit", Data = record }])), "events are not sent");
Require(await NotServedAsync(() => client.Webhooks.CreateAsync(new() { Name = "aot", Url = "https://example.com" })), "webhooks are not sent");

await client.AddressBooks.DeleteAsync(book.Id);
Console.WriteLine("ahead of time: all is well");
return 0;

static void Require(bool holds, string otherwise)
{
    if (!holds)
    {
        throw new InvalidOperationException(otherwise);
    }
}

static async Task<bool> NotServedAsync(Func<Task> call)
{
    try
    {
        await call();
        return false;
    }
    catch (DotdigitalApiException e)
    {
        return (int)e.StatusCode == 501;
    }
}

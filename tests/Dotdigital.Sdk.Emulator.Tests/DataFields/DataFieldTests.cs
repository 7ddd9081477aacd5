using System.Net;
using Dotdigital.Sdk.Emulator.DataFields;

namespace Dotdigital.Sdk.Emulator.Tests.DataFields;

public sealed class DataFieldTests
{
    [Fact]
    public async Task List_OfANewAccount_HoldsTheSystemFields()
    {
        await using var test = await TestEmulator.StartAsync();
        var fields = await test.GetAsync("/v2/data-fields");
        Assert.Equal(["FIRSTNAME", "LASTNAME", "FULLNAME", "GENDER", "POSTCODE", "LASTSUBSCRIBED"], fields.Each("name"));
        Assert.Equal("Date", fields[5].Str("type"));
    }

    [Fact]
    public async Task List_OfAGermanAccount_NamesTheSystemFieldsInGerman()
    {
        await using var test = await TestEmulator.StartAsync(o => o.Accounts.Add(new Accounts.EmulatorAccountOptions { Name = "de", Locale = "de" }));
        Assert.Contains("VORNAME", (await test.GetAsync("/v2/data-fields")).Each("name"));
    }

    [Theory]
    [InlineData("contactid", "ERROR_DATAFIELD_INVALID")]
    [InlineData("a name with blanks", "ERROR_DATAFIELD_INVALID")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTU", "ERROR_DATAFIELD_INVALID")]
    [InlineData("firstname", "ERROR_NON_UNIQUE_DATAFIELD")]
    public async Task Create_WithAnImpossibleName_IsRefused(string name, string token)
    {
        await using var test = await TestEmulator.StartAsync();
        var error = await test.PostAsync("/v2/data-fields", new { name, type = "String", visibility = "Public" }, HttpStatusCode.BadRequest);
        Assert.Contains(token, error.Str("message"));
    }

    [Fact]
    public async Task Create_GivesNewContactsTheDefault()
    {
        await using var test = await TestEmulator.StartAsync();
        await test.PostAsync("/v2/data-fields", new { name = "POINTS", type = "Numeric", visibility = "Private", defaultValue = 5 }, HttpStatusCode.Created);
        test.Main.AddContact("a@example.com");
        Assert.Equal(5m, test.Main.Contact("a@example.com")!.DataFields["POINTS"]);
    }

    [Fact]
    public async Task Delete_OfASystemField_Conflicts()
    {
        await using var test = await TestEmulator.StartAsync();
        var answer = await test.SendAsync(HttpMethod.Delete, "/v2/data-fields/FIRSTNAME", null, HttpStatusCode.Conflict);
        Assert.Equal(409, answer.Int("status"));
    }

    [Fact]
    public async Task Delete_OfAFieldInUse_AnswersItsDependenciesAndKeepsIt()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Main.CreateDataField("TIER", DataFieldType.String);
        test.Main.AddDataFieldDependency("TIER", "Campaign", 7);
        var answer = await test.SendAsync(HttpMethod.Delete, "/v2/data-fields/TIER", null, HttpStatusCode.OK);
        Assert.False(answer.GetProperty("result").GetBoolean());
        Assert.Equal(7, answer.GetProperty("dependencies")[0].Int("objectId"));
        Assert.Contains("TIER", (await test.GetAsync("/v2/data-fields")).Each("name"));
    }

    [Fact]
    public async Task Delete_OfAFreeField_RemovesItAndItsValues()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Main.CreateDataField("TIER", DataFieldType.String);
        test.Main.AddContact("a@example.com", null, new Dictionary<string, string?> { ["TIER"] = "gold" });
        await test.SendAsync(HttpMethod.Delete, "/v2/data-fields/TIER", null, HttpStatusCode.OK);
        test.Main.CreateDataField("OTHER", DataFieldType.String);
        Assert.DoesNotContain("gold", test.Main.Contact("a@example.com")!.DataFields.Values);
    }
}

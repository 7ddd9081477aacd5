using System.Net;
using Dotdigital.Sdk.DataFields;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Testing;

namespace Dotdigital.Sdk.Tests.DataFields;

public sealed class DataFieldsApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAll_ReadsTypesAndDefaults()
    {
        using var wire = new WireServer().Answer("""
            [{"name":"FIRSTNAME","type":"String","visibility":"Public","defaultValue":"you"},{"name":"POINTS","type":"Numeric","visibility":"Private","defaultValue":0},{"name":"SINCE","type":"date","defaultValue":null}]
            """);

        var fields = await wire.Client.DataFields.GetAllAsync(Token);

        wire.AssertRequest("GET", "/v2/data-fields");
        Assert.Equal([DataFieldType.String, DataFieldType.Numeric, DataFieldType.Date], fields.Select(f => f.Type));
        Assert.Equal(["you", "0", ""], fields.Select(f => f.DefaultValue.ToString()));
    }

    [Fact]
    public async Task Create_SendsTypedDefault()
    {
        using var wire = new WireServer().Answer("", HttpStatusCode.Created);

        await wire.Client.DataFields.CreateAsync(
            new() { Name = "POINTS", Type = DataFieldType.Numeric, Visibility = DataFieldVisibility.Private, DefaultValue = DataFieldValue.FromNumber(5) }, Token);

        Assert.Equal("""{"name":"POINTS","type":"Numeric","visibility":"Private","defaultValue":5}""", wire.AssertRequest("POST", "/v2/data-fields").Body);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{"result":true,"dependencies":[]}""", true, 0)]
    [InlineData(HttpStatusCode.OK, """{"Result":false,"Dependencies":[{"Type":"Campaign","ObjectId":5}]}""", false, 1)]
    [InlineData(HttpStatusCode.Conflict, """{"result":false,"dependencies":[{"type":"Survey","objectId":5}]}""", false, 1)]
    [InlineData(HttpStatusCode.Conflict, """{"message":"In use. ERROR_DATAFIELD_IN_USE"}""", false, 0)]
    [InlineData(HttpStatusCode.NoContent, "", true, 0)]
    public async Task Delete_TellsWhetherAndWhyNot_InEveryFormTheApiHas(HttpStatusCode status, string body, bool deleted, int dependencies)
    {
        using var wire = new WireServer().Answer(body, status);

        var deletion = await wire.Client.DataFields.DeleteAsync("POINTS", Token);

        wire.AssertRequest("DELETE", "/v2/data-fields/POINTS");
        Assert.Equal((deleted, dependencies), (deletion.Result, deletion.Dependencies.Count));
    }

    [Fact]
    public async Task Delete_Unknown_IsNotFound()
    {
        using var wire = new WireServer().Answer("""{"message":"ERROR_DATAFIELD_NOTFOUND"}""", HttpStatusCode.NotFound);

        Assert.Equal("ERROR_DATAFIELD_NOTFOUND", (await Assert.ThrowsAsync<DotdigitalNotFoundException>(() => wire.Client.DataFields.DeleteAsync("POINTS", Token))).ErrorCode);
    }
}

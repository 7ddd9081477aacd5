using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.Tests.Contract;

/// <summary>Every operation served is one of the published files, and its answers have the published shape.</summary>
public sealed class SchemaTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Operations => [.. OperationTable.All.Select(o => o.Id)];

    [Fact]
    public void Operations_AreAllInTheFiles_AtThatMethodAndPath()
    {
        var published = OpenApiFiles.Load();
        Assert.All(OperationTable.All, operation =>
        {
            Assert.True(published.TryGetValue(operation.Id, out var there), $"{operation.Id} is not published.");
            Assert.Equal((operation.Method, operation.Template), (there.Method, there.Path));
        });
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Answer_HasThePublishedShape(string id)
    {
        var published = OpenApiFiles.Load();
        await using var test = await TestEmulator.StartAsync();
        var calls = new SampleCalls(test);
        var operation = OperationTable.All.Single(o => o.Id == id);
        using var request = await calls.BuildAsync(operation.Method, operation.Id, operation.Template);
        using var response = await test.Http.SendAsync(request, Cancel);
        var body = await response.Content.ReadAsByteArrayAsync(Cancel);
        Assert.True(response.IsSuccessStatusCode, $"{request.RequestUri}: {(int)response.StatusCode} {System.Text.Encoding.UTF8.GetString(body)}");
        Assert.Equal(id, test.Main.Requests[^1].Operation);
        Assert.Empty(published[id].Check((int)response.StatusCode, body));
    }

    [Theory]
    [InlineData("getContact", "GET", "/contacts/v3/email/x@example.com")]
    [InlineData("getContact", "GET", "/contacts/v3/email/nonsense")]
    [InlineData("getContacts", "GET", "/contacts/v3?~modified=yesterday")]
    [InlineData("getImportStatus", "GET", "/contacts/v3/import/nonsense")]
    [InlineData("getImportStatus", "GET", "/contacts/v3/import/d7de900d-d337-43f6-b1e1-c8ec73e1a434")]
    [InlineData("deleteContact", "DELETE", "/contacts/v3/contactId/99999999")]
    public async Task Refusal_HasThePublishedShape(string id, string method, string path)
    {
        var published = OpenApiFiles.Load();
        await using var test = await TestEmulator.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await test.Http.SendAsync(request, Cancel);
        Assert.False(response.IsSuccessStatusCode);
        Assert.Empty(published[id].Check((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(Cancel)));
    }
}

using System.Net;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.Tests.Contract;

/// <summary>What the emulator does not serve, it names: 501 and the operation, never the answer of another one.</summary>
public sealed class UnservedTests
{
    private const int Published = 243;
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void ServedAndUnserved_AreAllThereIs() =>
        Assert.Equal(Published, OperationTable.All.Concat(UnservedOperations.All).DistinctBy(o => (o.Method, o.Template)).Count());

    [Fact]
    public void Unserved_ArePublished()
    {
        var published = OpenApiFiles.Paths();
        Assert.All(UnservedOperations.All, operation => Assert.Contains((operation.Method, operation.Template), published));
    }

    [Fact]
    public async Task EveryUnservedOperation_Answers501NamingIt()
    {
        await using var test = await TestEmulator.StartAsync();
        foreach (var operation in UnservedOperations.All)
        {
            using var request = new HttpRequestMessage(new(operation.Method), string.Join('/', operation.Template.Split('/').Select(Value)));
            using var response = await test.Http.SendAsync(request, Cancel);
            var body = await response.Content.ReadAsStringAsync(Cancel);

            Assert.True(response.StatusCode == HttpStatusCode.NotImplemented, $"{operation.Method} {request.RequestUri}: {response.StatusCode} {body}");
            Assert.Contains(operation.Template is "/v2/programs/enrolments/{status}" or "/v2/programs/enrolments/{enrolmentId}" ? "ApiProgram_GetEnrolment" : operation.Id, body, StringComparison.Ordinal);
        }
    }

    private static string Value(string segment) => segment switch
    {
        "{email}" or "{contactEmail}" => "ann@example.com",
        "{date}" or "{sinceDate}" or "{startDate}" => "2026-03-01T00:00:00Z",
        ['{', .. var name, '}'] when name.EndsWith("Id", StringComparison.OrdinalIgnoreCase) => "7",
        ['{', ..] => "text",
        _ => segment,
    };
}

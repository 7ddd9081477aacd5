using System.Text.Json;
using Dotdigital.Sdk.ContactsV3;
using Dotdigital.Sdk.Tests.Testing;

namespace Dotdigital.Sdk.Tests.Events;

public sealed class EventsApiTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_KeepsTheMilliseconds_InUtc()
    {
        using var wire = new WireServer().Answer("", System.Net.HttpStatusCode.Accepted);

        await wire.Client.Events.ImportAsync(
            [new() { Contact = ContactV3Identifier.FromCustom("crm-id", "A1"), Type = "visit", OccurredAt = new(2026, 3, 1, 14, 0, 0, 125, TimeSpan.FromHours(2)), Data = JsonSerializer.SerializeToElement(new { page = 5 }) }], Token);

        Assert.Equal(
            """[{"contactIdentity":{"identifier":"crm-id","value":"A1"},"type":"visit","eventTimestamp":"2026-03-01T12:00:00.125Z","eventData":{"page":5}}]""",
            wire.AssertRequest("POST", "/events/v3/import").Body);
    }

    [Fact]
    public async Task Read_AnswersNothingNew_KeepsTheCheckPoint()
    {
        using var wire = new WireServer().Answer("""{"events":[]}""");

        var page = await wire.Client.Events.ReadAsync(7, "abc", cancellationToken: Token);

        wire.AssertRequest("GET", "/events/v3/export/7?limit=2000&checkPoint=abc");
        Assert.Empty(page.Events);
        Assert.Equal("abc", page.CheckPoint);
    }
}

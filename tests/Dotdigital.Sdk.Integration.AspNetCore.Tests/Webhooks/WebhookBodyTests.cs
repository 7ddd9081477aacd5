using System.Net;
using System.Text;
using Xunit;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Webhooks;

/// <summary>Whatever a signed body holds, the answer tells Dotdigital whether to send it again, and nothing usable is dropped.</summary>
public sealed class WebhookBodyTests : WebhookTests
{
    [Fact]
    public async Task FiveHundredEvents_InOneRequest_AreStoredBeforeTheAnswer_AndAllDelivered()
    {
        var body = Posts.Batch(Enumerable.Range(1, 500).Select(i => Posts.Event($"e{i}", Bench.Now.AddSeconds(-i), entity: $"m{i}", text: new string('x', 5_000))));

        Assert.Equal(HttpStatusCode.OK, await Node.PostAsync(body));
        Assert.Equal(500, await Node.WaitingAsync());
        Assert.Empty(Handlers.All);
        await DeliverAsync(Node);

        Assert.Equal(500, Handlers.All.Select(static one => one.WebhookId).Distinct().Count());
        Assert.Equal(0, await Node.WaitingAsync());
    }

    [Fact]
    public async Task Event_ByItself_ReachesTheHandlerAsItWasSent()
    {
        Assert.Equal(HttpStatusCode.OK, await Node.PostAsync(Posts.Event("e1", Bench.Now.AddMinutes(-1), revision: 7)));
        await DeliverAsync(Node);

        var received = Assert.Single(Handlers.Delivered);
        Assert.Equal(("e1", "message.delivered", "main", 1234L, "space", 7L, "W/abc"), (received.WebhookId, received.Name, received.Account, received.DotdigitalAccountId, received.ApiSpaceId, received.Revision, received.ETag));
        Assert.Equal((Bench.Now.AddMinutes(-1), TimeSpan.Zero), (received.At, received.At.Offset));
        Assert.Equal("hello", received.Payload!.Value.GetProperty("details").GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("[1,null,[],{}]")]
    [InlineData("[{\"eventId\":\"e1\"")]
    [InlineData("<html>")]
    [InlineData("[{\"eventId\":\"\",\"name\":\"a\",\"timestamp\":\"2026-03-01T08:00:00Z\"}]")]
    [InlineData("[{\"eventId\":\"e1\",\"name\":\"a\",\"timestamp\":\"yesterday\"}]")]
    [InlineData("[{\"eventId\":\"e1\",\"name\":\"a\"}]")]
    [InlineData("[{\"eventId\":\"\\ud800\",\"name\":\"a\",\"timestamp\":\"2026-03-01T08:00:00Z\"}]")]
    public async Task Body_ThatHoldsNoEvent_IsAnswered400(string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, await Node.PostAsync(body));

        Assert.Equal(0, await Node.WaitingAsync());
    }

    [Fact]
    public async Task Body_NestedWithoutEnd_IsAnswered400() =>
        Assert.Equal(HttpStatusCode.BadRequest, await Node.PostAsync(new string('[', 100_000)));

    [Fact]
    public async Task UnknownNamesPropertiesAndTypes_AreNoError()
    {
        var at = Bench.Now.UtcDateTime.ToString("O");
        string[] events =
        [
            $$"""{"EVENTID":"e1","Name":"whatsapp.poked","timeStamp":"{{at}}","news":{"a":[1]},"payload":[1,2]}""",
            $$"""{"eventId":"e2","accountId":"a text","apiSpaceId":7,"name":"message.read","payload":null,"revision":"12","etag":null,"timestamp":"{{at}}"}""",
            $$"""{"eventId":3,"accountId":99999999999999999999,"name":"message.read","payload":"text","revision":1.5,"timestamp":"{{at}}"}""",
            $$"""{"eventId":"e4","name":"message.read","payload":{"id":null,"messageId":{"x":1} },"timestamp":"{{at}}"}""",
        ];

        Assert.Equal(HttpStatusCode.OK, await Node.PostAsync(Posts.Batch(events)));
        await DeliverAsync(Node);

        Assert.Equal(["3", "e1", "e2", "e4"], Handlers.All.Select(static one => one.WebhookId).Order(StringComparer.Ordinal));
        Assert.Equal(12, Handlers.All.Single(static one => one.WebhookId == "e2").Revision);
        Assert.Empty(Handlers.Delivered);
    }

    [Fact]
    public async Task Event_ThatCannotBeRead_DoesNotSpoilTheOthers()
    {
        var at = Bench.Now.UtcDateTime.ToString("O");

        Assert.Equal(HttpStatusCode.OK, await Node.PostAsync(Posts.Batch([Event("e1"), "7", $$"""{"eventId":"bad","name":"a","timestamp":"{{at}}","payload":{"text":"\ud800"} }""", Event("e2", entity: "m2")])));
        await DeliverAsync(Node);

        Assert.Equal(["e1", "e2"], Handlers.All.Select(static one => one.WebhookId).Where(static id => id != "bad").Order(StringComparer.Ordinal));
        Assert.Equal(0, await Node.WaitingAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_OverTheLimit_IsAnswered413_AndTakenOnceTheLimitIsRaised(bool isChunked)
    {
        await using var small = await StartNodeAsync(static options => options.MaxWebhookBytes = 10_000);
        var (fits, tooLarge) = (Posts.Event("e1", Bench.Now, text: string.Empty), Posts.Event("e2", Bench.Now, text: new string('x', 11_000)));
        fits += new string(' ', 10_000 - Encoding.UTF8.GetByteCount(fits));

        Assert.Equal(HttpStatusCode.OK, await small.PostAsync(fits, Posts.Sign(fits), isChunked: isChunked));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await small.PostAsync(tooLarge, Posts.Sign(tooLarge), isChunked: isChunked));
        Assert.Equal(1, await small.WaitingAsync());
        Assert.Equal(HttpStatusCode.OK, await Node.PostAsync(tooLarge, Posts.Sign(tooLarge), isChunked: isChunked));
    }

    [Fact]
    public async Task Age_OfMoreThan25Hours_OrMoreThan10MinutesAhead_IsDropped_AndOthersOfTheBatchAreTaken()
    {
        var (old, future) = (TimeSpan.FromHours(25) + TimeSpan.FromSeconds(1), -TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.BadRequest, await Node.PostAsync(Posts.Batch([Event("old", age: old), Event("future", age: future)])));
        Assert.Equal(0, await Node.WaitingAsync());
        Assert.Equal(HttpStatusCode.OK, await Node.PostAsync(Posts.Batch([Event("old", age: old), Event("edge", age: TimeSpan.FromHours(25)), Event("ahead", age: -TimeSpan.FromMinutes(10))])));
        await DeliverAsync(Node);

        Assert.Equal(["ahead", "edge"], Handlers.All.Select(static one => one.WebhookId).Order(StringComparer.Ordinal));
        Assert.Contains("1 outdated", Node.Log.Text, StringComparison.Ordinal);
    }
}

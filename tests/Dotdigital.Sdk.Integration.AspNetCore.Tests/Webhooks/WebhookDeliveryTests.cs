using System.Net;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.AspNetCore.Tests.Hosting;
using Dotdigital.Sdk.Integration.Privacy;
using Dotdigital.Sdk.Integration.Scheduling;
using Xunit;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Webhooks;

/// <summary>An accepted event is never lost and stored once, whatever is killed, repeated or done twice at once.</summary>
public sealed class WebhookDeliveryTests : WebhookTests
{
    [Fact]
    public async Task Event_SentAgain_IsAnswered200_AndDeliveredOnce_AlsoByAnotherNode()
    {
        var body = Posts.Batch([Event("e1"), Event("e1"), Event("e2", entity: "m2")]);
        Assert.Equal(HttpStatusCode.OK, await Node.PostAsync(body));
        Assert.Equal(HttpStatusCode.OK, await Node.PostAsync(body));
        await DeliverAsync(Node);
        await using var other = await StartNodeAsync();

        Assert.Equal(HttpStatusCode.OK, await other.PostAsync(body));
        await DeliverAsync(other);

        Assert.Equal(["e1", "e2"], Handlers.All.Select(static one => one.WebhookId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Event_ReplayedAfterItsReceiptWasForgotten_IsTooOld()
    {
        var body = Event("e1");
        Assert.Equal(HttpStatusCode.OK, await Node.PostAsync(body));
        await DeliverAsync(Node);
        Bench.Emulator.Clock.Advance(TimeSpan.FromHours(47));
        await Node.Get<ISyncOrchestrator>().RunCycleAsync(WebBench.Main, cancellationToken: WebBench.Cancel);
        var id = Handlers.All.Single().EventId;
        Assert.Empty(await Node.ReadAsync(unit => unit.WebhookReceipts.AddAsync([id], Bench.Now, WebBench.Cancel)));
        Bench.Emulator.Clock.Advance(TimeSpan.FromHours(25));
        await Node.Get<ISyncOrchestrator>().RunCycleAsync(WebBench.Main, cancellationToken: WebBench.Cancel);

        Assert.Equal([id], await Node.ReadAsync(unit => unit.WebhookReceipts.AddAsync([id], Bench.Now, WebBench.Cancel)));
        Assert.Equal(HttpStatusCode.BadRequest, await Node.PostAsync(body));
        Assert.Equal(0, await Node.WaitingAsync());
    }

    [Fact]
    public async Task Event_ReceivedByTwoNodesAtOnce_IsStoredOnce()
    {
        await using var other = await StartNodeAsync();
        var body = Posts.Batch(Enumerable.Range(1, 50).Select(i => Event($"e{i}", entity: $"m{i}")));

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => (i % 2 == 0 ? Node : other).PostAsync(body))));

        Assert.All(answers, static answer => Assert.Equal(HttpStatusCode.OK, answer));
        Assert.Equal(50, await Node.WaitingAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Store_ThatFailsAtTheCommit_IsAnswered503_AndTheNextTryIsTakenOnce(bool afterCommit)
    {
        var body = Event("e1");
        Node.Kills.At(1, afterCommit);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Node.PostAsync(body));
        Assert.Equal(afterCommit ? 1 : 0, await Node.WaitingAsync());
        Node.Kills.Revive();
        Assert.Equal(HttpStatusCode.OK, await Node.PostAsync(body));
        await DeliverAsync(Node);

        Assert.Equal("e1", Assert.Single(Handlers.All).WebhookId);
    }

    [Fact]
    public async Task Store_ThatHangs_IsAnswered503InTime_AndTheNextTryIsTakenOnce()
    {
        var body = Event("e1");
        Task<HttpStatusCode> posting;
        await using (var blocker = await Node.Store.BeginAsync(WebBench.Main, WebBench.Cancel))
        {
            await blocker.WebhookReceipts.AddAsync([Guid.NewGuid()], Bench.Now, WebBench.Cancel);
            var posted = Bench.Now;
            posting = Node.PostAsync(body);
            await UntilAsync(() => posting.IsCompleted, TimeSpan.FromSeconds(1));
            Assert.InRange(Bench.Now - posted, TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(60));
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await posting);
        Assert.Equal(HttpStatusCode.OK, await Node.PostAsync(body));
        Assert.Equal(1, await Node.WaitingAsync());
    }

    [Fact]
    public async Task Node_KilledBetweenAcceptAndDelivery_LosesNothing_AndRepeatsWithTheSameId()
    {
        Assert.Equal(HttpStatusCode.OK, await Node.PostAsync(Event("e1")));
        Node.Kills.At(1, afterCommit: false);
        await Assert.ThrowsAnyAsync<Exception>(() => DeliverAsync(Node));
        var first = Assert.Single(Handlers.All);
        await RestartAsync();
        Bench.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));

        await DeliverAsync(Node);

        Assert.Equal([first.EventId, first.EventId], Handlers.All.Select(static one => one.EventId));
        Assert.Equal(0, await Node.WaitingAsync());
    }

    [Fact]
    public async Task Handlers_GetTheirNames_EachEventOnce_AndThoseOfAllGetAll()
    {
        await Node.PostAsync(Posts.Batch([Event("e1"), Event("e2", name: "MESSAGE.Delivered", entity: "m2"), Event("e3", name: "profile.create", entity: "p1")]));

        await DeliverAsync(Node);

        Assert.Equal(["e1", "e2"], Handlers.Delivered.Select(static one => one.WebhookId));
        Assert.Equal(["e1", "e2", "e3"], Handlers.All.Select(static one => one.WebhookId));
    }

    [Fact]
    public async Task Handler_ThatThrows_IsAskedAgain_InOrderOfTheMessage_WithoutStoppingOtherMessages()
    {
        Handlers.Refuses = static received => received.WebhookId == "first";
        await Node.PostAsync(Posts.Batch([Event("second", name: "message.read", revision: 2), Event("first", name: "message.sent", revision: 1), Event("other", name: "message.sent", entity: "m2")]));

        await DeliverAsync(Node);
        Assert.Equal(["other"], Handlers.All.Select(static one => one.WebhookId));
        Handlers.Refuses = static _ => false;
        await DeliverAsync(Node);
        Assert.Single(Handlers.All);
        Bench.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        await DeliverAsync(Node);

        Assert.Equal(["other", "first", "second"], Handlers.All.Select(static one => one.WebhookId));
    }

    [Fact]
    public async Task Delivery_NeedsNoCallToDotdigital_AndGoesOnWhileTheAccountIsRefused()
    {
        await using var refused = await StartNodeAsync(static options => options.Accounts["main"].Password = "wrong");
        await refused.PostAsync(Event("e1"));
        Bench.Remote.ClearRequests();

        var report = await DeliverAsync(refused);

        Assert.True(report.IsSuccess);
        Assert.Single(Handlers.All);
        Assert.Empty(Bench.Remote.Requests);
    }

    [Fact]
    public async Task Delivery_IsAskedForByTheRequest_AndTheSchedulerDoesItBeforeTheNextCycle()
    {
        await using var scheduled = await StartNodeAsync(extend: static builder => builder.AddScheduler());
        await UntilAsync(() => Bench.Remote.Requests.Any(static request => request.PathAndQuery.Contains("server-time", StringComparison.OrdinalIgnoreCase)), TimeSpan.Zero);
        var posted = Bench.Now;

        Assert.Equal(HttpStatusCode.OK, await scheduled.PostAsync(Event("e1")));
        await UntilAsync(() => Handlers.All.Count > 0, TimeSpan.FromSeconds(1));

        Assert.InRange(Bench.Now - posted, TimeSpan.Zero, TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task Delivery_ThatWasTooShort_IsAskedForAgain()
    {
        await using var slow = await StartNodeAsync(static options => options.DeliveryTime = TimeSpan.FromSeconds(1));
        Handlers.Refuses = _ =>
        {
            Bench.Emulator.Clock.Advance(TimeSpan.FromSeconds(0.6));
            return false;
        };
        await slow.PostAsync(Posts.Batch(Enumerable.Range(1, 5).Select(i => Event($"e{i}", entity: $"m{i}"))));
        Assert.Equal([JobNames.DeliverEvents], await slow.Store.Locks.TakeRequestsAsync(WebBench.Main, WebBench.Cancel));

        await DeliverAsync(slow);

        Assert.InRange(Handlers.All.Count, 1, 4);
        Assert.Equal([JobNames.DeliverEvents], await slow.Store.Locks.TakeRequestsAsync(WebBench.Main, WebBench.Cancel));
    }

    [Fact]
    public async Task PR1_EventsOfAForgottenPerson_AreErased_AndNotTakenAgain()
    {
        await Node.PostAsync(Posts.Batch([Posts.Event("hers", Bench.Now, text: "to \"Anna\" <Anna@Example.com>."), Posts.Event("his", Bench.Now, entity: "m2", text: "bert@example.com")]));
        var privacy = Node.Get<IPrivacyService>();
        using var export = new MemoryStream();
        await privacy.ExportPersonAsync("anna@example.com", export, cancellationToken: WebBench.Cancel);
        Assert.Contains("hers", System.Text.Encoding.UTF8.GetString(export.ToArray()), StringComparison.Ordinal);

        await privacy.ForgetPersonAsync("anna@example.com", cancellationToken: WebBench.Cancel);
        Assert.Equal(HttpStatusCode.OK, await Node.PostAsync(Posts.Event("hers later", Bench.Now, text: "mailto:ANNA@example.com")));
        await DeliverAsync(Node);

        Assert.Equal("his", Assert.Single(Handlers.All).WebhookId);
        Assert.Equal(0, await Node.WaitingAsync());
    }

    private async Task UntilAsync(Func<bool> isSo, TimeSpan step)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!isSo())
        {
            Assert.True(await timer.WaitForNextTickAsync(limit.Token));
            Bench.Emulator.Clock.Advance(step);
        }
    }
}

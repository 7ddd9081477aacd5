using System.Globalization;
using System.Net;
using Dotdigital.Sdk.Diagnostics;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.RateLimits;
using Dotdigital.Sdk.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dotdigital.Sdk.Tests.RateLimits;

public sealed class RateLimitTests : IDisposable
{
    private static readonly Uri Host = new("http://localhost:1");
    private readonly FakeTimeProvider time = new(FakeTime.Start);
    private readonly TestClients.Observer observer = new();
    private readonly ScriptedHandler handler;
    private readonly ServiceProvider services;

    public RateLimitTests()
    {
        handler = new(time);
        services = TestClients.Build(
            Host,
            o => o.MaxRateLimitWait = TimeSpan.FromMinutes(2),
            time,
            handler,
            s => s.AddSingleton<IDotdigitalCallObserver>(observer));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IDotdigitalClient Client => services.GetRequiredService<IDotdigitalClient>();

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task TooManyRequests_WaitsExactlyUntilTheReset()
    {
        handler.Answer(HttpStatusCode.TooManyRequests, "", Headers("low", 0, FakeTime.Start.AddSeconds(30))).Answer(HttpStatusCode.OK);
        var call = Client.AddressBooks.GetPageAsync(cancellationToken: Token);
        await FakeTime.UntilAsync(() => handler.Requests.Count == 1);

        time.Advance(TimeSpan.FromMilliseconds(29_999));
        Assert.False(call.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await call;

        Assert.Equal([FakeTime.Start, FakeTime.Start.AddSeconds(30)], handler.Requests.Select(r => r.At));
        Assert.Equal([TimeSpan.Zero, TimeSpan.FromSeconds(30)], observer.Calls.Select(c => c.Waited));
        Assert.Equal([429, 200], observer.Calls.Select(c => c.StatusCode));
    }

    [Fact]
    public async Task TooManyRequests_ServersClockIsAhead_TheDistanceToItsDateCounts()
    {
        var theirs = FakeTime.Start.AddHours(3);
        handler
            .Answer(HttpStatusCode.TooManyRequests, "", [.. Headers("low", 0, theirs.AddSeconds(12)), ("Date", theirs.ToString("R", CultureInfo.InvariantCulture))])
            .Answer(HttpStatusCode.OK);

        await time.RunAsync(Client.AddressBooks.GetPageAsync(cancellationToken: Token), TimeSpan.FromSeconds(1));

        Assert.Equal(FakeTime.Start.AddSeconds(12), handler.Requests[1].At);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData(null, 60)]
    public async Task TooManyRequests_NoReset_FallsBackToRetryAfterThenAMinute(string? retryAfter, int seconds)
    {
        handler.Answer(HttpStatusCode.TooManyRequests, "", retryAfter is null ? [] : [("Retry-After", retryAfter)]).Answer(HttpStatusCode.OK);

        await time.RunAsync(Client.AddressBooks.GetPageAsync(cancellationToken: Token), TimeSpan.FromSeconds(1));

        Assert.Equal(FakeTime.Start.AddSeconds(seconds), handler.Requests[1].At);
    }

    [Fact]
    public async Task TooManyRequests_HoldsOtherOperationsOfTheTier_AndOnlyThose()
    {
        // Three operations learn their tiers; then the low one is closed.
        handler
            .Answer(HttpStatusCode.OK, "[]", Headers("low", 9, FakeTime.Start.AddSeconds(40)))
            .Answer(HttpStatusCode.OK, "[]", Headers("low", 8, FakeTime.Start.AddSeconds(40)))
            .Answer(HttpStatusCode.OK, "[]", Headers("high", 90, FakeTime.Start.AddSeconds(40)))
            .Answer(HttpStatusCode.TooManyRequests, "", Headers("low", 0, FakeTime.Start.AddSeconds(40)));
        await Client.AddressBooks.GetPageAsync(cancellationToken: Token);
        await Client.Campaigns.GetPageAsync(cancellationToken: Token);
        await Client.DataFields.GetAllAsync(Token);
        var closed = Client.AddressBooks.GetPageAsync(cancellationToken: Token);
        await FakeTime.UntilAsync(() => handler.Requests.Count == 4);

        var sameTier = Client.Campaigns.GetPageAsync(cancellationToken: Token);
        handler.Answer(HttpStatusCode.OK, "[]", Headers("high", 89, FakeTime.Start.AddSeconds(40)));
        await Client.DataFields.GetAllAsync(Token);
        Assert.Equal(5, handler.Requests.Count);
        handler.Answer(HttpStatusCode.OK).Answer(HttpStatusCode.OK);
        time.Advance(TimeSpan.FromSeconds(40));
        await closed;
        await sameTier;

        Assert.All(handler.Requests.Skip(5), r => Assert.Equal(FakeTime.Start.AddSeconds(40), r.At));
        Assert.Equal(7, handler.Requests.Count);
    }

    [Fact]
    public async Task NothingRemaining_HoldsBeforeSending_SoThatNo429IsCaused()
    {
        handler.Answer(HttpStatusCode.OK, "[]", Headers("low", 0, FakeTime.Start.AddSeconds(25))).Answer(HttpStatusCode.OK);
        await Client.AddressBooks.GetPageAsync(cancellationToken: Token);

        await time.RunAsync(Client.AddressBooks.GetPageAsync(cancellationToken: Token), TimeSpan.FromSeconds(1));

        Assert.Equal(FakeTime.Start.AddSeconds(25), handler.Requests[1].At);
    }

    [Fact]
    public async Task Remaining_IsCountedDownLocally_SoThatParallelCallsDoNotOvershoot()
    {
        handler.Answer(HttpStatusCode.OK, "[]", Headers("low", 2, FakeTime.Start.AddSeconds(25)));
        await Client.AddressBooks.GetPageAsync(cancellationToken: Token);
        handler.NeverAnswer().NeverAnswer();
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);

        Task[] calls = [.. Enumerable.Range(0, 4).Select(_ => Client.AddressBooks.GetPageAsync(cancellationToken: source.Token))];
        await FakeTime.UntilAsync(() => handler.Requests.Count == 3);

        Assert.Equal(3, handler.Requests.Count);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(calls));
        Assert.Equal(3, handler.Requests.Count);
    }

    [Fact]
    public async Task Reset_LetsGoNoMoreThanAWindowHas_HoweverManyWaited()
    {
        handler.Answer(HttpStatusCode.OK, "[]", Headers("low", 0, FakeTime.Start.AddSeconds(25)));
        await Client.AddressBooks.GetPageAsync(cancellationToken: Token);
        for (var i = 0; i < 12; i++)
        {
            handler.Answer(HttpStatusCode.OK);
        }

        await time.RunAsync(Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Client.AddressBooks.GetPageAsync(cancellationToken: Token))), TimeSpan.FromSeconds(1));

        var sent = handler.Requests.Skip(1).GroupBy(r => (r.At - FakeTime.Start).TotalSeconds).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(new Dictionary<double, int> { [25] = 10, [85] = 2 }, sent);
    }

    [Fact]
    public async Task TooManyRequests_AfterAPost_IsSentAgain()
    {
        handler
            .Answer(HttpStatusCode.TooManyRequests, "", Headers("low", 0, FakeTime.Start.AddSeconds(5)))
            .Answer(HttpStatusCode.Accepted, """{"id":"d7de900d-d337-43f6-b1e1-c8ec73e1a434","status":"NotFinished"}""");

        var import = await time.RunAsync(Client.ContactImports.ImportCsvAsync(1, "Email\r\n"u8.ToArray(), cancellationToken: Token), TimeSpan.FromSeconds(1));

        Assert.Equal(Guid.Parse("d7de900d-d337-43f6-b1e1-c8ec73e1a434"), import.Id);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task ResetBeyondTheLongestWait_ThrowsAtOnceWithTheTimeToComeBack()
    {
        handler.Answer(HttpStatusCode.TooManyRequests, "", Headers("low", 0, FakeTime.Start.AddMinutes(10)));

        var error = await Assert.ThrowsAsync<DotdigitalRateLimitedException>(() => Client.AddressBooks.GetPageAsync(cancellationToken: Token));

        Assert.Equal(FakeTime.Start.AddMinutes(10), error.RetryAt);
        Assert.Equal("low", error.Tier);
        Assert.Equal(HttpStatusCode.TooManyRequests, error.StatusCode);
        await Assert.ThrowsAsync<DotdigitalRateLimitedException>(() => Client.AddressBooks.GetPageAsync(cancellationToken: Token));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task HourlyCap_HoldsTheWholeAccount_ThenGoesOn()
    {
        handler
            .Answer(HttpStatusCode.BadRequest, """{"message":"Too many calls. ERROR_APIUSAGE_EXCEEDED"}""")
            .Answer(HttpStatusCode.OK)
            .Answer(HttpStatusCode.OK);
        var call = Client.AddressBooks.GetPageAsync(cancellationToken: Token);
        await FakeTime.UntilAsync(() => handler.Requests.Count == 1);
        var other = Client.Campaigns.GetPageAsync(cancellationToken: Token);
        Assert.Single(handler.Requests);

        time.Advance(TimeSpan.FromMinutes(1));
        await call;
        await other;

        Assert.All(handler.Requests.Skip(1), r => Assert.Equal(FakeTime.Start.AddMinutes(1), r.At));
    }

    [Fact]
    public async Task HourlyCap_LastsLongerThanTheLongestWait_IsRateLimited()
    {
        for (var i = 0; i < 3; i++)
        {
            handler.Answer(HttpStatusCode.BadRequest, """{"message":"Too many calls. ERROR_APIUSAGE_EXCEEDED"}""");
        }

        var error = await Assert.ThrowsAsync<DotdigitalRateLimitedException>(
            () => time.RunAsync(Client.AddressBooks.GetPageAsync(cancellationToken: Token), TimeSpan.FromSeconds(5)));

        Assert.True(error.HasCode(DotdigitalErrorCodes.ApiUsageExceeded));
        Assert.Equal(3, handler.Requests.Count);
    }

    [Fact]
    public async Task TooManyActiveImports_WaitsABoundedTime_AndHoldsNobodyElse()
    {
        const string Body = """{"errorCode":"contacts:tooManyActiveImports","description":"Too many imports"}""";
        for (var i = 0; i < 9; i++)
        {
            handler.Answer(HttpStatusCode.TooManyRequests, Body, Headers("low", 20, FakeTime.Start.AddSeconds(50)));
        }

        var error = await Assert.ThrowsAsync<DotdigitalRateLimitedException>(
            () => time.RunAsync(Client.ContactsV3.ImportAsync("{}"u8.ToArray(), Token), TimeSpan.FromSeconds(5)));

        Assert.True(error.HasCode(DotdigitalErrorCodes.TooManyActiveImports));
        Assert.Equal(9, handler.Requests.Count);
        handler.Answer(HttpStatusCode.OK, "[]", Headers("low", 19, time.GetUtcNow().AddSeconds(50)));
        Assert.True((await Client.AddressBooks.GetPageAsync(cancellationToken: Token)).IsEnd);
    }

    [Fact]
    public async Task Wait_Cancelled_EndsAtOnce()
    {
        handler.Answer(HttpStatusCode.TooManyRequests, "", Headers("low", 0, FakeTime.Start.AddSeconds(30)));
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var call = Client.AddressBooks.GetPageAsync(cancellationToken: source.Token);
        await FakeTime.UntilAsync(() => handler.Requests.Count == 1);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Limits_AreSharedByAllClientsOfAnAccount_AndNotWithOthers()
    {
        handler.Answer(HttpStatusCode.OK, "[]", Headers("low", 0, FakeTime.Start.AddSeconds(20))).Answer(HttpStatusCode.OK);
        await Client.AddressBooks.GetPageAsync(cancellationToken: Token);
        var factory = services.GetRequiredService<IDotdigitalClientFactory>();
        var same = factory.Create(new DotdigitalAccountOptions { Name = "again", UserName = TestClients.UserName.ToUpperInvariant(), Password = "p", Endpoint = Host });
        var other = factory.Create(new DotdigitalAccountOptions { Name = "other", UserName = "someone-else", Password = "p", Endpoint = Host });

        var held = same.AddressBooks.GetPageAsync(cancellationToken: Token);
        await other.AddressBooks.GetPageAsync(cancellationToken: Token);
        Assert.Equal(2, handler.Requests.Count);
        handler.Answer(HttpStatusCode.OK);
        await time.RunAsync(held, TimeSpan.FromSeconds(1));

        Assert.Equal(FakeTime.Start.AddSeconds(20), handler.Requests[2].At);
    }

    [Fact]
    public async Task RateLimits_TellWhatIsLeftAndWhoWaits_ByAccount_AndForgetAWaitThatWasCancelled()
    {
        var limits = services.GetRequiredService<IDotdigitalRateLimits>();
        var reset = FakeTime.Start.AddSeconds(30);
        handler.Answer(HttpStatusCode.OK, "[]", Headers("low", 1, reset)).Answer(HttpStatusCode.OK, "[]", Headers("low", 0, reset));
        var other = services.GetRequiredService<IDotdigitalClientFactory>().Create(new DotdigitalAccountOptions { Name = "other", UserName = "someone-else", Password = "p", Endpoint = Host });
        await Client.AddressBooks.GetPageAsync(cancellationToken: Token);
        var first = Assert.Single(limits.Get(DotdigitalAccountOptions.DefaultName));
        Assert.Equal([new RateLimitTier("low", 10, 1, reset)], first.Tiers);
        Assert.Equal((TestClients.UserName, (DateTimeOffset?)FakeTime.Start), (first.UserName, first.SeenAt));
        await Client.AddressBooks.GetPageAsync(cancellationToken: Token);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        time.Advance(TimeSpan.FromSeconds(5));

        var held = Client.AddressBooks.GetPageAsync(cancellationToken: source.Token);

        var waiting = Assert.Single(limits.Get(DotdigitalAccountOptions.DefaultName));
        Assert.Equal([new RateLimitTier("low", 10, 0, reset)], waiting.Tiers);
        Assert.Equal([new RateLimitWait(DotdigitalAccountOptions.DefaultName, "AddressBooks.GetPage", "low", FakeTime.Start.AddSeconds(5), reset)], waiting.Waits.Select(static wait => wait with { Operation = "AddressBooks.GetPage" }));
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => held);
        Assert.Empty(Assert.Single(limits.Get(DotdigitalAccountOptions.DefaultName)).Waits);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([new RateLimitTier("low", 10, 10, null)], Assert.Single(limits.Get(DotdigitalAccountOptions.DefaultName)).Tiers);
        Assert.NotNull(other);
        Assert.Equal([DotdigitalAccountOptions.DefaultName, "other"], limits.GetAll().Select(static account => account.AccountName));
        Assert.Null(limits.Get("other").Single().SeenAt);
        Assert.Empty(limits.Get("unknown"));
    }

    private static (string Name, string Value)[] Headers(string scope, int remaining, DateTimeOffset reset) =>
    [
        ("x-ratelimit-scope", scope),
        ("x-ratelimit-limit", "10"),
        ("x-ratelimit-remaining", remaining.ToString(CultureInfo.InvariantCulture)),
        ("x-ratelimit-reset", reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
    ];
}

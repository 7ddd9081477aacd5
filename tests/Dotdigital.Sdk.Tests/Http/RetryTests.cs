using System.Net;
using Dotdigital.Sdk.AddressBooks;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dotdigital.Sdk.Tests.Http;

public sealed class RetryTests : IDisposable
{
    private static readonly Uri Host = new("http://localhost:1");
    private readonly FakeTimeProvider time = new(FakeTime.Start);
    private readonly ScriptedHandler handler;
    private readonly ServiceProvider services;

    public RetryTests()
    {
        handler = new(time);
        services = TestClients.Build(Host, time: time, handler: handler);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IDotdigitalClient Client => services.GetRequiredService<IDotdigitalClient>();

    public void Dispose() => services.Dispose();

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    public async Task Get_TransientStatus_IsTriedAgainUntilItSucceeds(HttpStatusCode status)
    {
        handler.Answer(status).Answer(status).Answer(HttpStatusCode.OK, """[{"id":1,"name":"a"}]""");

        var page = await time.RunAsync(Client.AddressBooks.GetPageAsync(cancellationToken: Token));

        Assert.Equal("a", Assert.Single(page.Items).Name);
        Assert.Equal(3, handler.Requests.Count);
        Assert.True(handler.Requests[2].At > handler.Requests[0].At, "Retries wait.");
    }

    [Fact]
    public async Task Get_FailsForever_StopsAfterMaxRetriesWithTheLastError()
    {
        for (var i = 0; i < 5; i++)
        {
            handler.Answer(HttpStatusCode.InternalServerError);
        }

        var error = await Assert.ThrowsAsync<DotdigitalApiException>(() => time.RunAsync(Client.AddressBooks.GetPageAsync(cancellationToken: Token)));

        Assert.Equal(HttpStatusCode.InternalServerError, error.StatusCode);
        Assert.Equal(5, handler.Requests.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, typeof(DotdigitalValidationException))]
    [InlineData(HttpStatusCode.Unauthorized, typeof(DotdigitalAuthenticationException))]
    [InlineData(HttpStatusCode.Forbidden, typeof(DotdigitalAuthenticationException))]
    [InlineData(HttpStatusCode.NotFound, typeof(DotdigitalNotFoundException))]
    [InlineData(HttpStatusCode.Conflict, typeof(DotdigitalConflictException))]
    public async Task Get_FinalStatus_IsNotTriedAgain(HttpStatusCode status, Type expected)
    {
        handler.Answer(status, "{}");

        var error = await Assert.ThrowsAnyAsync<DotdigitalApiException>(() => time.RunAsync(Client.AddressBooks.GetAsync(1, Token)));

        Assert.IsType(expected, error);
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task Import_ServerError_IsSentOnce(HttpStatusCode status)
    {
        handler.Answer(status);

        await Assert.ThrowsAsync<DotdigitalApiException>(() => time.RunAsync(Client.ContactImports.ImportCsvAsync(1, "Email\r\n"u8.ToArray(), cancellationToken: Token)));

        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Import_Timeout_IsSentOnceAndMayHaveBeenAccepted()
    {
        handler.NeverAnswer();

        var error = await Assert.ThrowsAsync<DotdigitalTransportException>(
            () => time.RunAsync(Client.ContactImports.ImportCsvAsync(1, "Email\r\n"u8.ToArray(), cancellationToken: Token), TimeSpan.FromSeconds(10)));

        Assert.True(error.RequestMayHaveBeenAccepted);
        Assert.True(error.IsTimeout);
        Assert.Single(handler.Requests);
        Assert.True(time.GetUtcNow() - FakeTime.Start >= TimeSpan.FromSeconds(121), "An attempt has 121 s.");
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, 2)]
    [InlineData(HttpRequestError.NameResolutionError, 2)]
    [InlineData(HttpRequestError.ResponseEnded, 1)]
    [InlineData(HttpRequestError.Unknown, 1)]
    public async Task Create_IsSentAgainOnlyWhenTheConnectionWasNeverMade(HttpRequestError error, int attempts)
    {
        handler.Throw(new HttpRequestException(error, "broken")).Answer(HttpStatusCode.Created, """{"id":1,"name":"a"}""");
        var create = time.RunAsync(Client.AddressBooks.CreateAsync("a", AddressBookVisibility.Private, Token));

        if (attempts == 1)
        {
            Assert.True((await Assert.ThrowsAsync<DotdigitalTransportException>(() => create)).RequestMayHaveBeenAccepted);
        }
        else
        {
            Assert.Equal(1, (await create).Id);
        }

        Assert.Equal(attempts, handler.Requests.Count);
    }

    [Fact]
    public async Task Create_NeverConnected_SaysThatNothingWasAccepted()
    {
        for (var i = 0; i < 5; i++)
        {
            handler.Throw(new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        }

        var error = await Assert.ThrowsAsync<DotdigitalTransportException>(() => time.RunAsync(Client.AddressBooks.CreateAsync("a", AddressBookVisibility.Private, Token)));

        Assert.False(error.RequestMayHaveBeenAccepted);
    }

    [Fact]
    public async Task Get_ServerAsksToWait_WaitsThatLong()
    {
        handler.Answer(HttpStatusCode.ServiceUnavailable, "", ("Retry-After", "17")).Answer(HttpStatusCode.OK);

        await time.RunAsync(Client.AddressBooks.GetPageAsync(cancellationToken: Token));

        Assert.Equal(FakeTime.Start.AddSeconds(17), handler.Requests[1].At);
    }

    [Fact]
    public async Task Get_Timeout_IsTriedAgain()
    {
        handler.NeverAnswer().Answer(HttpStatusCode.OK, "[]");

        var page = await time.RunAsync(Client.AddressBooks.GetPageAsync(cancellationToken: Token), TimeSpan.FromSeconds(10));

        Assert.True(page.IsEnd);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task Get_CancelledWhileWaitingToRetry_IsTheCallersCancellation()
    {
        handler.Answer(HttpStatusCode.InternalServerError);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var call = Client.AddressBooks.GetPageAsync(cancellationToken: source.Token);
        await FakeTime.UntilAsync(() => handler.Requests.Count == 1);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Get_CancelledWhileInFlight_IsTheCallersCancellation()
    {
        handler.NeverAnswer();
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var call = Client.AddressBooks.GetPageAsync(cancellationToken: source.Token);
        await FakeTime.UntilAsync(() => handler.Requests.Count == 1);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }
}

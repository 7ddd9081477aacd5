using System.Net;
using Dotdigital.Sdk.Account;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Testing;
using Dotdigital.Sdk.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dotdigital.Sdk.Tests.Errors;

public sealed class RedactionTests
{
    private const string Person = "jane.doe@example.com";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Everything that holds a secret of somebody's.</summary>
    public static TheoryData<object> Secrets =>
    [
        new NewManagedUser { Email = "a@example.com", Password = TestClients.Password, Permissions = [] },
        new ManagedUser { Password = TestClients.Password },
        new NewApiUser { Password = TestClients.Password },
        new ApiUser { Password = TestClients.Password },
        new OAuthToken { SecretKey = TestClients.Password },
        new WebhookContent { Name = "a", Url = "https://example.com", Secret = TestClients.Password },
        new Webhook { Secret = TestClients.Password },
    ];

    [Theory]
    [MemberData(nameof(Secrets), DisableDiscoveryEnumeration = true)]
    public void Text_OfWhatHoldsASecret_DoesNotShowIt(object holder) => Assert.DoesNotContain(TestClients.Password, holder.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Text_OfOptionsAndClients_ShowsNoSecret()
    {
        using var services = TestClients.Build(new("http://localhost:1"));
        var options = new DotdigitalClientOptions { UserName = TestClients.UserName, Password = TestClients.Password };
        var account = new DotdigitalAccountOptions { UserName = TestClients.UserName, Password = TestClients.Password };

        string[] texts = [options.ToString(), account.ToString(), services.GetRequiredService<IDotdigitalClient>().ToString()!];

        Assert.All(texts, AssertNoSecret);
    }

    [Fact]
    public async Task ServerEchoesCredentials_TheyAreTakenOut_AndTheMessageNamesNobody()
    {
        using var wire = new WireServer().Answer(
            $$"""{"errorCode":"contacts:bad {{TestClients.BasicToken}}","description":"{{Person}} with Basic {{TestClients.BasicToken}} and {{TestClients.Password}}","details":[{"item":"{{TestClients.Password}}","error":"{{TestClients.BasicToken}}"}]}""",
            HttpStatusCode.BadRequest);

        var error = await Assert.ThrowsAsync<DotdigitalValidationException>(() => wire.Client.Contacts.GetAsync(Person, Token));

        AssertNoSecret(error.ToString());
        AssertNoSecret(error.Failure.ToString());
        AssertNoSecret(string.Join(' ', error.Failure.Details));
        Assert.DoesNotContain(Person, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_OfEveryKind_ShowNoSecretAndNobody_InErrorsAndLogs()
    {
        var logs = new Logs();
        var handler = new ScriptedHandler(TimeProvider.System)
            .Answer(HttpStatusCode.OK, "{\"id\": \"" + Person)
            .Answer(HttpStatusCode.InternalServerError, Person)
            .Answer(HttpStatusCode.Unauthorized, $$"""{"message":"{{Person}} ERROR_APIUSER_INVALID"}""")
            .Throw(new HttpRequestException(HttpRequestError.ResponseEnded, "broken"))
            .Answer(HttpStatusCode.OK, $$"""{"id":1,"email":"{{Person}}"}""");
        await using var services = TestClients.Build(
            new("http://localhost:1"), o => o.MaxRetries = 0, handler: handler, services: s => s.AddLogging(b => b.SetMinimumLevel(LogLevel.Trace).AddProvider(logs)));
        var contacts = services.GetRequiredService<IDotdigitalClient>().Contacts;

        for (var i = 0; i < 4; i++)
        {
            var error = await Assert.ThrowsAnyAsync<DotdigitalException>(() => contacts.GetAsync(Person, Token));
            AssertNoSecret(error.ToString());
            Assert.DoesNotContain(Person, error.ToString(), StringComparison.Ordinal);
        }

        await contacts.GetAsync(Person, Token);

        Assert.NotEmpty(logs.Lines);
        Assert.All(logs.Lines, line =>
        {
            AssertNoSecret(line);
            Assert.DoesNotContain(Person, line, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static void AssertNoSecret(string text)
    {
        Assert.DoesNotContain(TestClients.Password, text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestClients.BasicToken, text, StringComparison.Ordinal);
        Assert.DoesNotContain(TestClients.Token.ToString(), text, StringComparison.OrdinalIgnoreCase);
    }

    private sealed class Logs : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Lines)
            {
                Lines.Add($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose() => Lines.TrimExcess();
    }
}

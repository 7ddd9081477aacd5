using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Dotdigital.Sdk.Diagnostics;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Tests.Diagnostics;

public sealed class ClientTelemetryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Observers_AreToldOfEveryAttempt_AlsoOfThoseWithoutAnAnswer()
    {
        var (first, second) = (new TestClients.Observer(), new TestClients.Observer());
        var handler = new ScriptedHandler(TimeProvider.System)
            .Answer(HttpStatusCode.BadGateway)
            .Throw(new HttpRequestException(HttpRequestError.ConnectionError, "refused"))
            .Answer(HttpStatusCode.OK, "[]", ("X-RateLimit-Scope", "lowCallRate"));
        await using var services = TestClients.Build(
            new("http://localhost:1"),
            o => o.RetryBaseDelay = TimeSpan.FromMilliseconds(1),
            handler: handler,
            services: s => s.AddSingleton<IDotdigitalCallObserver>(first).AddSingleton<IDotdigitalCallObserver>(second));

        await services.GetRequiredService<IDotdigitalClient>().AddressBooks.GetPageAsync(cancellationToken: Token);

        Assert.Equal([502, null, 200], first.Calls.Select(c => c.StatusCode));
        Assert.Equal([null, null, "lowCallRate"], first.Calls.Select(c => c.Tier));
        Assert.All(first.Calls, c => Assert.Equal(("default", "AddressBooks.GetAll"), (c.AccountName, c.Operation)));
        Assert.Equal(first.Calls, second.Calls);
    }

    [Fact]
    public async Task Meter_CountsAttemptsByAccountOperationTierAndStatus()
    {
        var account = $"account-{Guid.NewGuid():N}";
        var counted = new ConcurrentBag<Dictionary<string, object?>>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == DotdigitalDiagnostics.SourceName && instrument.Name == "dotdigital.client.calls")
                {
                    l.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Add(new(tags.ToArray())));
        listener.Start();
        var handler = new ScriptedHandler(TimeProvider.System).Answer(HttpStatusCode.OK, "[]", ("X-RateLimit-Scope", "lowCallRate"));
        await using var services = TestClients.Build(new("http://localhost:1"), o => o.Accounts[account] = new() { UserName = "u", Password = "p", Endpoint = new("http://localhost:1") }, handler: handler);

        await services.GetRequiredService<IDotdigitalClientFactory>().Create(account).AddressBooks.GetPageAsync(cancellationToken: Token);

        var tags = Assert.Single(counted, c => Equals(c["dotdigital.account"], account));
        Assert.Equal(("AddressBooks.GetAll", "lowCallRate", "200"), (tags["dotdigital.operation"], tags["dotdigital.tier"], tags["http.response.status_code"]));
    }

    [Fact]
    public async Task Trace_HasThePathsTemplate_AndTheErrorsType_ButNoPerson()
    {
        var account = $"account-{Guid.NewGuid():N}";
        var stopped = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name == DotdigitalDiagnostics.SourceName,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Add,
        };
        ActivitySource.AddActivityListener(listener);
        var handler = new ScriptedHandler(TimeProvider.System).Answer(HttpStatusCode.NotFound, """{"message":"jane@example.com ERROR_CONTACT_NOT_FOUND"}""");
        await using var services = TestClients.Build(new("http://localhost:1"), o => o.Accounts[account] = new() { UserName = "u", Password = "p", Endpoint = new("http://localhost:1") }, handler: handler);

        await Assert.ThrowsAsync<DotdigitalNotFoundException>(
            () => services.GetRequiredService<IDotdigitalClientFactory>().Create(account).Contacts.GetAsync("jane@example.com", Token));

        var activity = Assert.Single(stopped, a => Equals(a.GetTagItem("dotdigital.account"), account));
        Assert.Equal(("Dotdigital Contacts.GetByEmail", ActivityStatusCode.Error, 404), (activity.DisplayName, activity.Status, activity.GetTagItem("http.response.status_code")));
        Assert.Equal("/v2/contacts/{email}", activity.GetTagItem("url.template"));
        Assert.DoesNotContain("jane@", string.Join(' ', activity.TagObjects) + activity.StatusDescription, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Traces_OfThePlatform_DoNotNameThePerson()
    {
        var stopped = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Add,
        };
        ActivitySource.AddActivityListener(listener);
        using var wire = new WireServer().Answer("""{"id":1,"email":"trace.me@example.com"}""");

        await wire.Client.Contacts.GetAsync("trace.me@example.com", Token);

        // The server of the test runs in this process, and its own spans are not ours.
        Assert.Contains(stopped, a => a.Source.Name == DotdigitalDiagnostics.SourceName);
        Assert.DoesNotContain(
            stopped.Where(a => a.Kind == ActivityKind.Client).SelectMany(a => a.TagObjects).Select(t => t.Value?.ToString() ?? ""),
            v => v.Contains("trace.me", StringComparison.Ordinal));
    }
}

using System.Globalization;
using System.Net;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dotdigital.Sdk.Tests.Fuzz;

/// <summary>Whatever the rate-limit headers say, an account is never locked out for longer than Dotdigital's longest window, an hour.</summary>
public sealed class RateLimitFuzzTests
{
    private static readonly string[] Names = ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "X-RateLimit-Scope", "Retry-After", "Date"];

    private static readonly string[] Values =
    [
        "", "0", "0", "-1", "1", "35", "2147483648", "4294967295", "9007199254740993", "1e14", "1e11", "999999999999999", "1e308", "NaN", "1772366400", "1772366460", "1772366400000", "253402300799", "253402300800", "99999999999",
        "Fri, 31 Dec 9999 23:59:59 GMT", "Mon, 01 Jan 0001 00:00:00 GMT", "Sun, 01 Mar 2026 12:00:00 GMT", "Sun, 32 Mar 2026", "x, y", "lowCallRate",
    ];

    [Fact]
    public async Task AnyHeaders_TheNextCallGoesWithinAnHour()
    {
        foreach (var seed in FuzzRuns.Seeds(1_500))
        {
            var mutator = new Mutator(seed);
            var headers = Enumerable.Range(0, mutator.Next(6)).Select(_ => (mutator.Pick(Names), mutator.Pick(Values))).ToArray();
            await CheckAsync(seed, mutator.Next(2) == 0 ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, headers);
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "X-RateLimit-Reset", "999999999999999", "an epoch beyond every calendar")]
    [InlineData(HttpStatusCode.OK, "X-RateLimit-Reset", "99999999999", "a window that ends in the year 5138")]
    [InlineData(HttpStatusCode.TooManyRequests, "Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT", "the last day there is")]
    [InlineData(HttpStatusCode.TooManyRequests, "Retry-After", "2147483647", "68 years")]
    public async Task HeaderOutOfAllRange_DoesNotLockTheAccountOut(HttpStatusCode status, string name, string value, string what) =>
        await CheckAsync(what.Length, status, [(name, value), ("X-RateLimit-Remaining", "0"), ("Date", "Mon, 01 Jan 0001 00:00:00 GMT")]);

    private static async Task CheckAsync(int seed, HttpStatusCode status, (string Name, string Value)[] headers)
    {
        var time = new FakeTimeProvider(FakeTime.Start);
        var handler = new ScriptedHandler(time).Answer(status, "[]", headers).Answer(HttpStatusCode.OK);
        await using var services = TestClients.Build(new("http://localhost:1"), o => (o.MaxRetries, o.MaxRateLimitWait) = (0, TimeSpan.Zero), time, handler);
        var client = services.GetRequiredService<IDotdigitalClient>();
        var said = $"Seed {seed.ToString(CultureInfo.InvariantCulture)}: {status} {string.Join(", ", headers)}";
        try
        {
            await client.AddressBooks.GetPageAsync(cancellationToken: TestContext.Current.CancellationToken);
        }
        catch (DotdigitalRateLimitedException e)
        {
            Assert.True(e.RetryAt <= FakeTime.Start.AddHours(1), said);
        }
        catch (Exception e) when (e is not DotdigitalException)
        {
            Assert.Fail($"{said}: {e}");
        }

        time.Advance(TimeSpan.FromHours(1));
        try
        {
            await client.AddressBooks.GetPageAsync(cancellationToken: TestContext.Current.CancellationToken);
        }
        catch (DotdigitalException e)
        {
            Assert.Fail($"{said}: an hour later {e.Message}");
        }

        Assert.Equal(2, handler.Requests.Count);
    }
}

using System.Net;
using Microsoft.Extensions.Options;
using Xunit;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Dashboard;

/// <summary>Who gets in, and what every answer carries.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task Start_WithoutAPolicy_FailsAndSaysWhatToSet()
    {
        var failed = await Assert.ThrowsAsync<OptionsValidationException>(() => DashboardBench.StartAsync(static _ => { }));

        Assert.Contains("set ViewPolicy", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithTheLoopbackOptionOutsideDevelopment_Fails()
    {
        var failed = await Assert.ThrowsAsync<OptionsValidationException>(() => DashboardBench.StartAsync(static options => options.AllowLoopbackInDevelopment = true, environment: "Staging"));

        Assert.Contains("Staging", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithAPolicyThatDoesNotExist_FailsWithItsName()
    {
        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => DashboardBench.StartAsync(static options => options.ViewPolicy = "typo"));

        Assert.Contains("'typo'", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loopback_InDevelopment_LetsOnlyThisMachineIn()
    {
        await using var bench = await DashboardBench.StartAsync(static options => options.AllowLoopbackInDevelopment = true, environment: "Development");
        using var visitor = bench.Visit(null);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync()).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("", ("Host", "rebound.example"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("", ("X-Forwarded-For", "203.0.113.7"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("lists", ("Forwarded", "for=203.0.113.7"))).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("lists")]
    [InlineData("accounts")]
    [InlineData("people")]
    [InlineData("assets/dashboard.css")]
    public async Task Anonymous_IsSentAway(string path)
    {
        await using var bench = await DashboardBench.StartAsync();
        using var visitor = bench.Visit(null);

        var answer = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.DoesNotContain(DashboardBench.Newsletter, answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viewer_SeesNoChangeButtons_AndIsRefusedWhenPosting()
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.CycleAsync();
        using var viewer = bench.Visit(DashboardBench.Viewer);

        foreach (var page in new[] { "", "lists/list?list=newsletter", "accounts", "mappings/edit?account=main&entity=Customer" })
        {
            var seen = await viewer.GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, seen.Status);
            Assert.DoesNotContain("type=\"submit\"", seen.Html, StringComparison.Ordinal);
        }

        var answer = await viewer.SendAsync("people", "lists/disable", ("account", "main"), ("list", DashboardBench.Newsletter));
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("not change anything", answer.Text, StringComparison.Ordinal);
        Assert.Equal(Connections.ConnectionState.Live, (await bench.Connections.GetConnectionsAsync(DashboardBench.Id, DashboardBench.Cancel)).Single().State);
    }

    [Fact]
    public async Task WithoutAChangePolicy_NobodyMayChange()
    {
        await using var bench = await DashboardBench.StartAsync(static options => options.ViewPolicy = "view");
        using var admin = bench.Visit();

        var answer = await admin.SendAsync("people", "lists/sync", ("account", "main"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Theory]
    [InlineData("lists/disable")]
    [InlineData("people")]
    [InlineData("accounts/add")]
    public async Task ForgedForm_WithoutTheToken_IsRefused(string path)
    {
        await using var bench = await DashboardBench.StartAsync();
        await bench.CycleAsync();
        using var admin = bench.Visit();
        await admin.GetAsync("lists");

        var answer = await admin.ForgeAsync(path, ("account", "main"), ("list", DashboardBench.Newsletter));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("nothing was changed", answer.Text, StringComparison.Ordinal);
        Assert.Equal(Connections.ConnectionState.Live, (await bench.Connections.GetConnectionsAsync(DashboardBench.Id, DashboardBench.Cancel)).Single().State);
    }

    [Theory]
    [InlineData("lists")]
    [InlineData("lists/list?list=unknown")]
    [InlineData("assets/dashboard.css")]
    [InlineData("assets/dashboard.js")]
    public async Task EveryAnswer_CarriesAStrictContentSecurityPolicy(string path)
    {
        await using var bench = await DashboardBench.StartAsync();
        using var admin = bench.Visit();

        var answer = await admin.GetAsync(path);

        Assert.Equal(
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            answer.Headers["Content-Security-Policy"]);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
        Assert.DoesNotContain(" style=", answer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(" onclick=", answer.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BelowAPathBaseAndAnyPrefix_EveryLinkLeadsToAPage()
    {
        await using var bench = await DashboardBench.StartAsync(pathBase: "/shop app", prefix: "/admin/mail");
        await bench.SettleAsync();
        using var admin = bench.Visit();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(["/shop%20app/admin/mail"]);

        while (open.TryDequeue(out var link))
        {
            if (!seen.Add(link))
            {
                continue;
            }

            Assert.StartsWith("/shop%20app/admin/mail", link, StringComparison.Ordinal);
            var page = await admin.GetAsync(link);
            Assert.True(page.Status == HttpStatusCode.OK, $"{link}: {page.Status} {page.Text}");
            foreach (var next in page.Headers["Content-Type"].StartsWith("text/html", StringComparison.Ordinal) ? page.Links : [])
            {
                open.Enqueue(next);
            }
        }

        Assert.True(seen.Count > 12, string.Join(' ', seen));
    }
}

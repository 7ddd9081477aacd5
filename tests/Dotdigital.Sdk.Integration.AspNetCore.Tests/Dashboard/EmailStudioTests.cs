using System.Net;
using Dotdigital.Sdk.Integration.SingleSignOn;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Dashboard;

/// <summary>The page that opens Dotdigital signed in (rule AC-2).</summary>
public sealed class EmailStudioTests
{
    [Fact]
    public async Task AC2_WithoutSetUp_ThePageSaysWhatIsMissing()
    {
        await using var bench = await DashboardBench.StartAsync();
        using var viewer = bench.Visit(DashboardBench.Viewer);

        var page = await viewer.GetAsync("email-studio");
        var refused = await viewer.SendAsync("people", "email-studio/connect", ("account", "main"));

        foreach (var shown in new[] { page, refused })
        {
            Assert.Contains("SingleSignOn:ClientId", shown.Text, StringComparison.Ordinal);
            Assert.Contains("MapDotdigitalSingleSignOn", shown.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Connect to Dotdigital", shown.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AC2_WhoeverThePagesOwnPolicyRefuses_CannotConnectHereEither()
    {
        await using var bench = await DashboardBench.WithSignInAsync(static sso => sso.AuthorizationPolicy = "change");
        using var viewer = bench.Visit(DashboardBench.Viewer);
        using var admin = bench.Visit();

        var refused = await viewer.SendAsync("people", "email-studio/connect", ("account", "main"));
        var connect = await admin.SendAsync("email-studio", "email-studio/connect", ("account", "main"));

        Assert.Equal(HttpStatusCode.OK, refused.Status);
        Assert.Contains("not sign in to Dotdigital", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, connect.Status);
        Assert.StartsWith(bench.Emulator.BaseAddress.AbsoluteUri, connect.Location, StringComparison.Ordinal);
        Assert.Contains($"redirect_uri={Uri.EscapeDataString(new Uri(bench.Root, "/sso/callback").AbsoluteUri)}", connect.Location, StringComparison.Ordinal);
        Assert.Equal("no-store", connect.Headers["Cache-Control"]);
    }

    [Fact]
    public async Task AC2_ItsFormsMayLeadToDotdigital_AndOtherPagesFormsNowhere()
    {
        await using var bench = await DashboardBench.WithSignInAsync();
        using var viewer = bench.Visit(DashboardBench.Viewer);

        var page = await viewer.GetAsync("email-studio");
        var other = await viewer.GetAsync("lists");

        Assert.Contains($"form-action 'self' {bench.Emulator.BaseAddress.GetLeftPart(UriPartial.Authority)};", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("form-action 'self';", other.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AC2_ADisconnectIsTheVisitorsOwn_AndOpeningAfterwardsAsksToConnect()
    {
        await using var bench = await DashboardBench.WithSignInAsync();
        using var viewer = bench.Visit(DashboardBench.Viewer);
        using var admin = bench.Visit();
        foreach (var visitor in new[] { viewer, admin })
        {
            var consent = await visitor.SendAsync("email-studio", "email-studio/connect", ("account", "main"));
            var callback = await visitor.GetElsewhereAsync(new Uri(consent.Location!));
            await visitor.GetElsewhereAsync(new Uri(callback.Location!));
        }

        Assert.Contains("Connected", (await viewer.GetAsync("email-studio")).Text, StringComparison.Ordinal);
        var forged = await viewer.ForgeAsync("email-studio/disconnect", ("account", "main"));
        var gone = await viewer.SendAsync("email-studio", "email-studio/disconnect", ("account", "main"));
        var open = await viewer.SendAsync("email-studio", "email-studio/open", ("account", "main"));

        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Contains("Nobody else is", (await viewer.GetAsync(gone.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, open.Status);
        Assert.Contains("Connect again", open.Text, StringComparison.Ordinal);
        var service = bench.Services.GetRequiredService<ISingleSignOnService>();
        Assert.False(await service.IsConnectedAsync(DashboardBench.Id, DashboardBench.Viewer, DashboardBench.Cancel));
        Assert.True(await service.IsConnectedAsync(DashboardBench.Id, DashboardBench.Admin, DashboardBench.Cancel));
    }
}

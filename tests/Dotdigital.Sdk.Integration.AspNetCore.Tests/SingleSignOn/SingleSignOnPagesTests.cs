using System.Net;
using Dotdigital.Sdk.Integration.AspNetCore.Tests.Hosting;
using Dotdigital.Sdk.Integration.SingleSignOn;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.SingleSignOn;

/// <summary>Rule AC-2 in the browser: the host's pages, Dotdigital's consent page, and back.</summary>
public sealed class SingleSignOnPagesTests : IAsyncLifetime
{
    private const string Begin = "/tools/sso/main/begin";
    private const string Open = "/tools/sso/main/open";

    private WebBench _bench = null!;
    private WebNode _node = null!;
    private Browser _anna = null!;

    public async ValueTask InitializeAsync()
    {
        _bench = await WebBench.StartAsync();
        _node = await StartAsync();
        _anna = await Browser.SignedInAsync(_node, "anna");
    }

    public async ValueTask DisposeAsync()
    {
        _anna.Dispose();
        await _node.DisposeAsync();
        await _bench.DisposeAsync();
    }

    [Fact]
    public async Task AC2_APersonConnects_OpensDotdigitalSignedIn_AndDisconnects()
    {
        Assert.Contains("Connect to Dotdigital", await TextAsync(_anna.GetAsync(Begin)), StringComparison.Ordinal);

        var callback = await ConsentAsync(_anna);
        Assert.StartsWith(new Uri(_node.Address, "/tools/sso/callback").AbsoluteUri, callback.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal("Signed in to main.", await TextAsync(_anna.GetAsync(await LocationAsync(_anna.GetAsync(callback.PathAndQuery)))));
        Assert.Equal("Signed in to main.", await TextAsync(_anna.GetAsync(await LocationAsync(_anna.GetAsync(Open)))));
        Assert.Contains("You are connected", await TextAsync(_anna.GetAsync(Begin)), StringComparison.Ordinal);

        Assert.Equal(Begin, await LocationAsync(_anna.PressAsync(Begin, "disconnect")));
        await RefusedAsync(_anna.GetAsync(Open), HttpStatusCode.Conflict);
        Assert.False(await _node.Get<ISingleSignOnService>().IsConnectedAsync(WebBench.Main, "anna", WebBench.Cancel));
    }

    [Fact]
    public async Task AC2_NothingOfIt_IsCachedToldAsReferrerOrLogged()
    {
        var callback = await ConsentAsync(_anna);
        var query = QueryHelpers.ParseQuery(callback.Query);
        using var completed = await _anna.GetAsync(callback.PathAndQuery);
        using var opened = await _anna.GetAsync(Open);
        using var page = await _anna.GetAsync(Begin);
        using var failed = await _anna.GetAsync(callback.PathAndQuery);

        Assert.All([completed, opened, page, failed], static answer =>
        {
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        });
        Assert.Contains("frame-ancestors 'none'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        var token = QueryHelpers.ParseQuery(opened.Headers.Location!.Query)["oauthtoken"].ToString();
        Assert.All([query["code"].ToString(), query["state"].ToString(), token, _bench.Remote.SignInClientSecret], secret =>
        {
            Assert.NotEmpty(secret);
            Assert.DoesNotContain(secret, _node.Log.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task AC2_SomebodyWhoIsNotSignedIn_IsSentToTheHostsLogin_WhateverThePage()
    {
        using var stranger = new Browser(_node);
        foreach (var page in new[] { Begin, Open, "/tools/sso/callback?state=a&code=b" })
        {
            Assert.Contains("/Account/Login", await LocationAsync(stranger.GetAsync(page)), StringComparison.Ordinal);
        }

        Assert.Contains("/Account/Login", await LocationAsync(stranger.PostAsync(Begin, new Dictionary<string, string>())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AC2_AnOpenedUpHost_StillNeedsAPersonWithAnId()
    {
        await using var open = await _bench.NodeAsync(
            static app => ((Microsoft.AspNetCore.Builder.IEndpointConventionBuilder)app.MapDotdigitalSingleSignOn("/tools/sso")).Add(static endpoint => endpoint.Metadata.Add(new Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute())),
            host: SignInHost.AddServices);
        using var stranger = new Browser(open);
        using var nobody = await Browser.SignedInAsync(_node, "nobody");

        await RefusedAsync(stranger.GetAsync(Begin), HttpStatusCode.Forbidden);
        await RefusedAsync(nobody.GetAsync(Begin), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task AC2_ThePolicy_KeepsOthersOut()
    {
        await using var node = await StartAsync(static sso => sso.AuthorizationPolicy = "marketing");
        using var anna = await Browser.SignedInAsync(node, "anna");
        using var bert = await Browser.SignedInAsync(node, "bert");

        using var page = await anna.GetAsync(Begin);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("AccessDenied", await LocationAsync(bert.GetAsync(Begin)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("begin")]
    [InlineData("disconnect")]
    public async Task AC2_APostWithoutTheFormsToken_OrWithAnothersDoesNothing(string act)
    {
        await _anna.GetAsync((await ConsentAsync(_anna)).PathAndQuery);
        using var mallory = await Browser.SignedInAsync(_node, "mallory");
        var stolen = await mallory.FormAsync(Begin, "begin");
        var calls = _bench.Remote.Requests.Count;

        await RefusedAsync(_anna.PostAsync($"/tools/sso/main/{act}", new Dictionary<string, string>()), HttpStatusCode.BadRequest);
        await RefusedAsync(_anna.PostAsync($"/tools/sso/main/{act}", stolen), HttpStatusCode.BadRequest);

        Assert.True(await _node.Get<ISingleSignOnService>().IsConnectedAsync(WebBench.Main, "anna", WebBench.Cancel));
        Assert.Equal(calls, _bench.Remote.Requests.Count);
    }

    [Fact]
    public async Task AC2_ACallback_OfAnotherPerson_IsRefused_AndGoodForNobodyAfterwards()
    {
        using var mallory = await Browser.SignedInAsync(_node, "mallory");
        var callback = await ConsentAsync(_anna);

        await RefusedAsync(mallory.GetAsync(callback.PathAndQuery), HttpStatusCode.BadRequest);
        await RefusedAsync(_anna.GetAsync(callback.PathAndQuery), HttpStatusCode.BadRequest);

        Assert.Equal(0, _bench.Remote.CountOf("SignIn_Token"));
    }

    [Fact]
    public async Task AC2_ACallback_Replayed_Expired_OrForged_IsRefused_WithTheNextStep()
    {
        var callback = await ConsentAsync(_anna);
        await LocationAsync(_anna.GetAsync(callback.PathAndQuery));
        var late = await ConsentAsync(_anna);
        _bench.Emulator.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Contains("""<a href="/tools/sso/main/begin">Begin again</a>""", await RefusedAsync(_anna.GetAsync(callback.PathAndQuery), HttpStatusCode.BadRequest), StringComparison.Ordinal);
        await RefusedAsync(_anna.GetAsync(late.PathAndQuery), HttpStatusCode.BadRequest);
        foreach (var query in new[] { string.Empty, "?state=x&code=y", "?state=&code=", "?code=y", $"?state={new string('x', 3000)}", "?state=a&state=b&code=c" })
        {
            await RefusedAsync(_anna.GetAsync("/tools/sso/callback" + query), HttpStatusCode.BadRequest);
        }

        Assert.Equal(1, _bench.Remote.CountOf("SignIn_Token"));
    }

    [Fact]
    public async Task AC2_ADeniedConsent_ConnectsNobody()
    {
        _bench.Remote.Behaviour = _bench.Remote.Behaviour with { SignInDenied = true };

        await RefusedAsync(_anna.GetAsync((await ConsentAsync(_anna)).PathAndQuery), HttpStatusCode.Forbidden);

        Assert.False(await _node.Get<ISingleSignOnService>().IsConnectedAsync(WebBench.Main, "anna", WebBench.Cancel));
    }

    [Fact]
    public async Task AC2_NoParameterHeaderOrSetting_SendsAPersonElsewhere()
    {
        await _anna.GetAsync((await ConsentAsync(_anna)).PathAndQuery);
        const string evil = "returnUrl=https%3A%2F%2Fevil.example&redirect_uri=https%3A%2F%2Fevil.example&next=//evil.example";

        Assert.StartsWith(_bench.Emulator.BaseAddress.AbsoluteUri, await LocationAsync(_anna.GetAsync($"{Open}?{evil}")), StringComparison.Ordinal);
        Assert.StartsWith(_bench.Emulator.BaseAddress.AbsoluteUri, await LocationAsync(_anna.GetAsync($"{(await ConsentAsync(_anna)).PathAndQuery}&{evil}")), StringComparison.Ordinal);
        var form = await _anna.FormAsync(Begin, "begin");
        Assert.StartsWith(_bench.Emulator.BaseAddress.AbsoluteUri, await LocationAsync(_anna.PostAsync($"{Begin}?{evil}", form)), StringComparison.Ordinal);
        await RefusedAsync(_anna.PostAsync(Begin, form, host: "evil.example"), HttpStatusCode.BadRequest);

        await using var elsewhere = await StartAsync(configureOptions: static options => options.Accounts["main"].SingleSignOn.AppAddress = new Uri("https://evil.example"));
        using var bert = await Browser.SignedInAsync(elsewhere, "bert");
        await RefusedAsync(bert.PressAsync(Begin, "begin"), HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task AC2_TheCallbacksAddress_CanBeSet_ForHostsBehindAProxy()
    {
        await using var node = await StartAsync(static sso => sso.CallbackAddress = new Uri("https://shop.example/tools/sso/callback"));
        using var anna = await Browser.SignedInAsync(node, "anna");

        var consent = new Uri(await LocationAsync(anna.PressAsync(Begin, "begin")));

        Assert.Equal("https://shop.example/tools/sso/callback", QueryHelpers.ParseQuery(consent.Query)["redirect_uri"]);
    }

    [Fact]
    public async Task AC2_AnUnknownAccount_IsToldSo_WithItsNameEncoded()
    {
        var text = await RefusedAsync(_anna.GetAsync("/tools/sso/%3Cscript%3E/open"), HttpStatusCode.NotFound);
        var page = await TextAsync(_anna.GetAsync("/tools/sso/%3Cscript%3E/begin"));

        Assert.DoesNotContain("<script>", text + page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AC2_AMissingService_IsNamedAtStart()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => _bench.NodeAsync(static app => app.MapDotdigitalSingleSignOn("/sso")));

        Assert.Contains("AddAntiforgery()", error.Message, StringComparison.Ordinal);
    }

    private static async Task<string> LocationAsync(Task<HttpResponseMessage> asking)
    {
        using var answer = await asking;
        Assert.True(answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Redirect, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(WebBench.Cancel)}");
        return answer.Headers.Location!.OriginalString;
    }

    private static async Task<string> TextAsync(Task<HttpResponseMessage> asking)
    {
        using var answer = await asking;
        return await answer.Content.ReadAsStringAsync(WebBench.Cancel);
    }

    /// <summary>A page with a heading and a next step, and no redirect.</summary>
    private static async Task<string> RefusedAsync(Task<HttpResponseMessage> asking, HttpStatusCode status)
    {
        using var answer = await asking;
        var text = await answer.Content.ReadAsStringAsync(WebBench.Cancel);
        Assert.Equal(status, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
        Assert.Contains("<h1>", text, StringComparison.Ordinal);
        return text;
    }

    private Task<WebNode> StartAsync(Action<DotdigitalSingleSignOnOptions>? configure = null, Action<DotdigitalIntegrationOptions>? configureOptions = null) =>
        _bench.NodeAsync(SignInHost.Map(configure), configure: configureOptions, host: SignInHost.AddServices);

    /// <summary>Presses Connect and visits the consent page; gives where it sends the person back to.</summary>
    private static async Task<Uri> ConsentAsync(Browser browser) => new(await LocationAsync(browser.GetAsync(await LocationAsync(browser.PressAsync(Begin, "begin")))));
}

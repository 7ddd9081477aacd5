using System.Text;
using Dotdigital.Sdk.Emulator.Faults;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Secrets;
using Dotdigital.Sdk.Integration.SingleSignOn;
using Dotdigital.Sdk.Integration.Tests.Accounts;
using Dotdigital.Sdk.Integration.Tests.Engine;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Dotdigital.Sdk.Integration.Tests.SingleSignOn;

/// <summary>Rule AC-2, the whole way over HTTP: consent page, callback, tokens, sign-in.</summary>
public sealed class SingleSignOnTests : IAsyncLifetime
{
    private static readonly Uri Callback = new("https://shop.example/dotdigital/callback?from=menu");
    private static readonly HttpClient Browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("dotdigital-keys-");
    private SyncBench _bench = null!;
    private AccountNode _node = null!;

    private static CancellationToken Cancel => SyncBench.Cancel;

    private static AccountId Main => SyncBench.Id;

    public async ValueTask InitializeAsync()
    {
        _bench = await SyncBench.StartAsync([], clockSpeed: 0);
        _node = AccountNode.Start(_bench, _keys, options => options.Accounts["main"] = AccountNode.SettingsOf(_bench));
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        await _bench.DisposeAsync();
        _keys.Delete(recursive: true);
    }

    [Fact]
    public async Task AC2_TheSetUp_IsToldWithWhatIsMissing()
    {
        var ready = await _node.SignIn.GetSetupAsync(Main, Cancel);
        await using var bare = AccountNode.Start(_bench, null, options =>
        {
            options.Accounts["main"] = AccountNode.SettingsOf(_bench);
            (options.Accounts["main"].SingleSignOn.ClientId, options.Accounts["main"].SingleSignOn.ClientSecret) = (null, null);
        });
        var missing = await bare.SignIn.GetSetupAsync(Main, Cancel);
        await using var elsewhere = AccountNode.Start(_bench, _keys, options =>
        {
            options.Accounts["main"] = AccountNode.SettingsOf(_bench);
            options.Accounts["main"].SingleSignOn.AppAddress = new Uri("https://evil.example");
        });
        var refused = await elsewhere.SignIn.GetSetupAsync(Main, Cancel);

        Assert.True(ready.IsReady);
        Assert.Equal(_bench.Emulator.BaseAddress.Authority, ready.AppAddress!.Authority);
        Assert.False(missing.IsReady);
        Assert.Contains("SingleSignOn:ClientId", missing.Missing[0], StringComparison.Ordinal);
        Assert.Contains("UseDataProtection", missing.Missing[1], StringComparison.Ordinal);
        Assert.Null(missing.AppAddress);
        Assert.Contains("evil.example", Assert.Single(refused.Missing), StringComparison.Ordinal);
        await Assert.ThrowsAsync<UnknownAccountException>(() => _node.SignIn.GetSetupAsync(new AccountId("other"), Cancel));
    }

    [Fact]
    public async Task AC2_APersonConnectsOnce_AndIsSignedInWheneverAskedFor()
    {
        Assert.False(await _node.SignIn.IsConnectedAsync(Main, "anna", Cancel));

        var first = await ConnectAsync("anna");
        var later = await _node.SignIn.GetSignInAddressAsync(Main, "anna", Cancel);

        Assert.True(await _node.SignIn.IsConnectedAsync(Main, "anna", Cancel));
        Assert.Equal("Signed in to main.", await Browser.GetStringAsync(first.Address, Cancel));
        Assert.Equal("Signed in to main.", await Browser.GetStringAsync(later.Address, Cancel));
        Assert.NotEqual(first.Address, later.Address);
    }

    [Fact]
    public async Task AC2_AuthoriseAddress_IsAsDotdigitalWantsIt()
    {
        var address = await _node.SignIn.BeginAsync(Main, "anna", Callback, Cancel);

        var query = QueryHelpers.ParseQuery(address.Query);
        Assert.Equal("/OAuth2/authorise.aspx", address.AbsolutePath);
        Assert.Equal(("code", "Account", Callback.OriginalString, "client-main"), (query["response_type"].ToString(), query["scope"].ToString(), query["redirect_uri"].ToString(), query["client_id"].ToString()));
        Assert.True(query["state"].ToString().Length >= 64);
        Assert.NotEqual(address, await _node.SignIn.BeginAsync(Main, "anna", Callback, Cancel));
    }

    [Fact]
    public async Task AC2_RacingCallbacks_AreAcceptedOnce()
    {
        await using var other = AccountNode.Start(_bench, _keys, options => options.Accounts["main"] = AccountNode.SettingsOf(_bench));
        var (state, code) = await ConsentAsync("anna");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() =>
            Record.ExceptionAsync(() => (i % 2 == 0 ? _node : other).SignIn.CompleteAsync("anna", state, code, cancellationToken: Cancel)).AsTask())));

        Assert.Single(answers, static failure => failure is null);
        Assert.All(answers.OfType<Exception>(), static failure => Assert.Equal(SingleSignOnProblem.StateRefused, Assert.IsType<SingleSignOnException>(failure).Problem));
        Assert.Equal(1, _bench.Remote.CountOf("SignIn_Token"));
    }

    [Fact]
    public async Task AC2_AnExpiredState_IsRefused_AndRemovedWithAllThatExpired()
    {
        var (state, code) = await ConsentAsync("anna");
        var (left, _) = await ConsentAsync("anna");
        _bench.Emulator.Clock.Advance(TimeSpan.FromMinutes(10));

        await RefusedAsync(SingleSignOnProblem.StateRefused, () => _node.SignIn.CompleteAsync("anna", state, code, cancellationToken: Cancel));

        Assert.Null(await _bench.ReadAsync(unit => unit.SignIns.TakeStateAsync(left.Split('.')[0], Cancel)));
        Assert.Equal(0, _bench.Remote.CountOf("SignIn_Token"));
    }

    [Fact]
    public async Task AC2_AStateOfAnotherUser_IsRefused_AndGoodForNobodyAfterwards()
    {
        var (state, code) = await ConsentAsync("anna");

        await RefusedAsync(SingleSignOnProblem.StateRefused, () => _node.SignIn.CompleteAsync("mallory", state, code, cancellationToken: Cancel));
        await RefusedAsync(SingleSignOnProblem.StateRefused, () => _node.SignIn.CompleteAsync("anna", state, code, cancellationToken: Cancel));

        Assert.Equal(0, _bench.Remote.CountOf("SignIn_Token"));
    }

    [Fact]
    public async Task AC2_AStateThatWasNotGiven_IsRefused()
    {
        var (state, code) = await ConsentAsync("anna");
        var parts = state.Split('.');
        var (other, _) = await ConsentAsync("anna");
        string?[] forged =
        [
            null, string.Empty, "x", "a.b.c", "..", new string('x', 10_000), $"{parts[0]}.{parts[1]}", $"{parts[0]}.{parts[1]}.!!!", $"{parts[0]}.{parts[1]}.",
            $"{parts[0]}.{parts[1]}.{Convert.ToBase64String(Encoding.UTF8.GetBytes("other")).TrimEnd('=')}",
            $"{parts[0]}.{other.Split('.')[1]}.{parts[2]}",
        ];

        foreach (var text in forged)
        {
            await RefusedAsync(SingleSignOnProblem.StateRefused, () => _node.SignIn.CompleteAsync("anna", text, code, cancellationToken: Cancel));
        }

        Assert.Equal(0, _bench.Remote.CountOf("SignIn_Token"));
    }

    [Fact]
    public async Task AC2_APersonWhoSaysNo_IsNotConnected()
    {
        _bench.Remote.Behaviour = _bench.Remote.Behaviour with { SignInDenied = true };
        var query = await VisitAsync(await _node.SignIn.BeginAsync(Main, "anna", Callback, Cancel));

        await RefusedAsync(SingleSignOnProblem.Denied, () => _node.SignIn.CompleteAsync("anna", query["state"], null, query["error"], Cancel));

        Assert.False(await _node.SignIn.IsConnectedAsync(Main, "anna", Cancel));
    }

    [Fact]
    public async Task AC2_ARevokedConnection_IsToConnectAgain()
    {
        await RefusedAsync(SingleSignOnProblem.ConnectAgain, () => _node.SignIn.GetSignInAddressAsync(Main, "anna", Cancel));
        await ConnectAsync("anna");
        Assert.Equal(1, _bench.Remote.RevokeSignIns());

        await RefusedAsync(SingleSignOnProblem.ConnectAgain, () => _node.SignIn.GetSignInAddressAsync(Main, "anna", Cancel));

        await ConnectAsync("anna");
        await _node.SignIn.GetSignInAddressAsync(Main, "anna", Cancel);
    }

    [Fact]
    public async Task AC2_RefreshTokensThatChangeAtEachUse_AreFollowed_AlsoByManyAtOnce()
    {
        _bench.Remote.Behaviour = _bench.Remote.Behaviour with { RefreshTokensRotate = true };
        await ConnectAsync("anna");

        var addresses = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => _node.SignIn.GetSignInAddressAsync(Main, "anna", Cancel))));
        await using var other = AccountNode.Start(_bench, _keys, options => options.Accounts["main"] = AccountNode.SettingsOf(_bench));
        await other.SignIn.GetSignInAddressAsync(Main, "anna", Cancel);
        await _node.SignIn.GetSignInAddressAsync(Main, "anna", Cancel);

        Assert.Equal(6, addresses.Select(static address => address.Address).Distinct().Count());
    }

    [Fact]
    public async Task AC2_Disconnect_ForgetsOnlyThatPerson()
    {
        await ConnectAsync("anna");
        await ConnectAsync("bert");
        var (state, code) = await ConsentAsync("anna");

        await _node.SignIn.DisconnectAsync(Main, "anna", Cancel);
        await _node.SignIn.DisconnectAsync(Main, "nobody", Cancel);

        Assert.False(await _node.SignIn.IsConnectedAsync(Main, "anna", Cancel));
        await RefusedAsync(SingleSignOnProblem.StateRefused, () => _node.SignIn.CompleteAsync("anna", state, code, cancellationToken: Cancel));
        await _node.SignIn.GetSignInAddressAsync(Main, "bert", Cancel);
    }

    [Fact]
    public async Task AC2_ATokenOfAnotherPerson_CannotBePutInPlace()
    {
        await ConnectAsync("anna");
        await ConnectAsync("mallory");
        await using (var unit = await _node.Store.BeginAsync(Main, Cancel))
        {
            var stolen = (await unit.SignIns.FindTokenAsync("anna", Cancel))!;
            await unit.SignIns.SaveTokenAsync(stolen with { User = "mallory" }, Cancel);
            await unit.CommitAsync(Cancel);
        }

        var refused = await Assert.ThrowsAsync<SecretException>(() => _node.SignIn.GetSignInAddressAsync(Main, "mallory", Cancel));

        Assert.Equal(SecretKind.SingleSignOnRefreshToken, refused.Kind);
        Assert.Contains("connect again", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.GarbledBody)]
    [InlineData(FaultKind.DropAfterAccept)]
    public async Task AC2_ATokenEndpointThatFails_IsATypedErrorAndTheConnectionStays(FaultKind fault)
    {
        await ConnectAsync("anna");
        _bench.Emulator.Faults.Add(new Fault(fault) { Operation = "SignIn_Token" });

        var failure = await Record.ExceptionAsync(() => _node.SignIn.GetSignInAddressAsync(Main, "anna", Cancel));

        Assert.True(failure is DotdigitalTransportException or SingleSignOnException { Problem: SingleSignOnProblem.Unavailable }, failure?.ToString());
        await _node.SignIn.GetSignInAddressAsync(Main, "anna", Cancel);
    }

    [Fact]
    public async Task AC2_AWrongClientSecret_SaysWhoMustAct()
    {
        await using var node = AccountNode.Start(_bench, _keys, options =>
        {
            options.Accounts["main"] = AccountNode.SettingsOf(_bench);
            options.Accounts["main"].SingleSignOn.ClientSecret = "wrong-client-secret";
        });
        var query = await VisitAsync(await node.SignIn.BeginAsync(Main, "anna", Callback, Cancel));

        var refused = await RefusedAsync(SingleSignOnProblem.ClientRefused, () => node.SignIn.CompleteAsync("anna", query["state"], query["code"], cancellationToken: Cancel));

        Assert.DoesNotContain("wrong-client-secret", $"{refused}{node.Log.Text}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task AC2_NoCodeStateTokenOrSecret_IsInAnyLogStoreOrText()
    {
        var (state, code) = await ConsentAsync("anna");
        var address = await _node.SignIn.CompleteAsync("anna", state, code, cancellationToken: Cancel);
        _bench.Remote.RevokeSignIns();
        var refused = await RefusedAsync(SingleSignOnProblem.ConnectAgain, () => _node.SignIn.GetSignInAddressAsync(Main, "anna", Cancel));
        var again = await RefusedAsync(SingleSignOnProblem.StateRefused, () => _node.SignIn.CompleteAsync("anna", state, code, cancellationToken: Cancel));

        var access = QueryHelpers.ParseQuery(address.Address.Query)["oauthtoken"].ToString();
        await using var unit = await _node.Store.BeginAsync(Main, Cancel);
        var token = (await unit.SignIns.FindTokenAsync("anna", Cancel))!;
        var refresh = _node.Get<ISecretProtector>().Unprotect(new SecretPurpose(Main, SecretKind.SingleSignOnRefreshToken, "anna"), token.ProtectedToken);
        var shown = $"{address} {refused} {again} {token} {_node.Log.Text} {string.Join('\n', await StoredText.ReadAsync(_bench))}";
        Assert.All([state, state.Split('.')[1], code, access, refresh, _bench.Remote.SignInClientSecret], secret => Assert.DoesNotContain(secret, shown, StringComparison.Ordinal));
        Assert.Equal(64, refresh.Length);
    }

    [Fact]
    public async Task AC2_AddressesThatAreNotDotdigitals_AreRefused_UnlessTheyAreNamedAsCustomDomains()
    {
        void Configure(DotdigitalIntegrationOptions options, string app)
        {
            options.Accounts["main"] = AccountNode.SettingsOf(_bench);
            options.Accounts["main"].SingleSignOn.AppAddress = new Uri(app);
            options.SingleSignOnHosts.Add("login.shop.example");
        }

        foreach (var wrong in new[] { "https://evil.example", "http://login.shop.example", "https://x@login.shop.example", "http://r1-app.dotdigital.com" })
        {
            await using var node = AccountNode.Start(_bench, _keys, options => Configure(options, wrong));
            await RefusedAsync(SingleSignOnProblem.NotConfigured, () => node.SignIn.BeginAsync(Main, "anna", Callback, Cancel));
        }

        foreach (var right in new[] { "https://login.shop.example", "https://r1-app.dotdigital.com" })
        {
            await using var node = AccountNode.Start(_bench, _keys, options => Configure(options, right));
            Assert.Equal(new Uri(right).Host, (await node.SignIn.BeginAsync(Main, "anna", Callback, Cancel)).Host);
        }
    }

    [Theory]
    [InlineData("https://r2-api.dotdigital.com/", "https://r2-app.dotdigital.com/")]
    [InlineData("https://R1-API.dotmailer.com", "https://r1-app.dotdigital.com/")]
    [InlineData("http://127.0.0.1:5080/", "http://127.0.0.1:5080/")]
    [InlineData("https://api.example.com/", null)]
    public void AC2_TheWebApplication_IsFoundFromTheRegion(string endpoint, string? app) => Assert.Equal(app, AppAddresses.Of(new Uri(endpoint))?.AbsoluteUri);

    [Theory]
    [InlineData("http://shop.example/callback")]
    [InlineData("/callback")]
    [InlineData("https://shop.example/callback#x")]
    public Task AC2_ARedirectAddressThatGivesTheCodeAway_IsRefused(string redirect) =>
        Assert.ThrowsAsync<ArgumentException>(() => _node.SignIn.BeginAsync(Main, "anna", new Uri(redirect, UriKind.RelativeOrAbsolute), Cancel));

    private static async Task<SingleSignOnException> RefusedAsync(SingleSignOnProblem problem, Func<Task> act)
    {
        var refused = await Assert.ThrowsAsync<SingleSignOnException>(act);
        Assert.Equal(problem, refused.Problem);
        return refused;
    }

    private static async Task<Dictionary<string, Microsoft.Extensions.Primitives.StringValues>> VisitAsync(Uri page)
    {
        using var answer = await Browser.GetAsync(page, Cancel);
        Assert.StartsWith(Callback.OriginalString, answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        return QueryHelpers.ParseQuery(answer.Headers.Location.Query);
    }

    private async Task<(string State, string Code)> ConsentAsync(string user)
    {
        var query = await VisitAsync(await _node.SignIn.BeginAsync(Main, user, Callback, Cancel));
        return (query["state"].ToString(), query["code"].ToString());
    }

    private async Task<SignInAddress> ConnectAsync(string user)
    {
        var (state, code) = await ConsentAsync(user);
        return await _node.SignIn.CompleteAsync(user, state, code, cancellationToken: Cancel);
    }
}

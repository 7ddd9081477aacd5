using System.Net;
using System.Text.Json;

namespace Dotdigital.Sdk.Emulator.Tests.SingleSignOn;

/// <summary>The web application's side of single sign-on: codes, tokens, what ends them, and that they survive a restart.</summary>
public sealed class SignInTests : IDisposable
{
    private const string Callback = "https://shop.example/callback";
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"emulator-{Guid.NewGuid():N}.state");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task ACode_IsExchangedOnce_AndOnlyByItsClientForItsAddress()
    {
        await using var test = await TestEmulator.StartAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await ExchangeAsync(test, await ConsentAsync(test), redirect: "https://elsewhere.example")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ExchangeAsync(test, await ConsentAsync(test), secret: "wrong")).Status);
        var code = await ConsentAsync(test);
        Assert.Equal(HttpStatusCode.OK, (await ExchangeAsync(test, code)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await ExchangeAsync(test, code)).Status);
        var late = await ConsentAsync(test);
        test.Emulator.Clock.Advance(test.Main.Behaviour.SignInCodeLifetime);
        Assert.Equal(HttpStatusCode.BadRequest, (await ExchangeAsync(test, late)).Status);
    }

    [Fact]
    public async Task Tokens_EndWhenTheBehaviourSaysSo_OrWhenRevoked()
    {
        await using var test = await TestEmulator.StartAsync();
        test.Main.Behaviour = test.Main.Behaviour with { RefreshTokenLifetime = TimeSpan.FromHours(2), RefreshTokensRotate = true };
        var (_, access, refresh) = await ExchangeAsync(test, await ConsentAsync(test));
        var (_, _, next) = await RefreshAsync(test, refresh!);

        Assert.Equal(HttpStatusCode.BadRequest, (await RefreshAsync(test, refresh!)).Status);
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(test, access!));
        test.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Unauthorized, await OpenAsync(test, access!));
        var (status, _, last) = await RefreshAsync(test, next!);
        Assert.Equal(HttpStatusCode.OK, status);
        test.Main.RevokeSignIns();
        Assert.Equal(HttpStatusCode.BadRequest, (await RefreshAsync(test, last!)).Status);
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(1)]
    public async Task Restart_KeepsTokens(long compactAbove)
    {
        string? refresh;
        string? access;
        await using (var test = await TestEmulator.StartAsync(Keep))
        {
            (_, access, refresh) = await ExchangeAsync(test, await ConsentAsync(test));
        }

        await using var again = await TestEmulator.StartAsync(Keep);
        Assert.Equal(HttpStatusCode.OK, await OpenAsync(again, access!));
        var (status, other, _) = await RefreshAsync(again, refresh!);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotEqual(access, other);

        void Keep(EmulatorOptions options) => (options.StateFile, options.CompactAbove) = (_file, compactAbove);
    }

    private static async Task<string> ConsentAsync(TestEmulator test)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await http.GetAsync(
            new Uri(test.Emulator.BaseAddress, $"/OAuth2/authorise.aspx?response_type=code&scope=Account&state=s&redirect_uri={Uri.EscapeDataString(Callback)}&client_id={test.Main.SignInClientId}"), Cancel);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.Query.TrimStart('?').Split('&').Single(static part => part.StartsWith("code=", StringComparison.Ordinal))[5..];
    }

    private static Task<(HttpStatusCode Status, string? Access, string? Refresh)> ExchangeAsync(TestEmulator test, string code, string redirect = Callback, string? secret = null) =>
        AskAsync(test, secret, new() { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = redirect });

    private static Task<(HttpStatusCode Status, string? Access, string? Refresh)> RefreshAsync(TestEmulator test, string token) =>
        AskAsync(test, null, new() { ["grant_type"] = "refresh_token", ["refresh_token"] = token });

    private static async Task<(HttpStatusCode Status, string? Access, string? Refresh)> AskAsync(TestEmulator test, string? secret, Dictionary<string, string> form)
    {
        form["client_id"] = test.Main.SignInClientId;
        form["client_secret"] = secret ?? test.Main.SignInClientSecret;
        using var http = new HttpClient();
        using var content = new FormUrlEncodedContent(form);
        using var answer = await http.PostAsync(new Uri(test.Emulator.BaseAddress, "/OAuth2/Tokens.ashx"), content, Cancel);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement;
        return (answer.StatusCode, Text(json, "access_token"), Text(json, "refresh_token"));
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static async Task<HttpStatusCode> OpenAsync(TestEmulator test, string token)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(test.Emulator.BaseAddress, $"/?oauthtoken={token}"), Cancel);
        return answer.StatusCode;
    }
}

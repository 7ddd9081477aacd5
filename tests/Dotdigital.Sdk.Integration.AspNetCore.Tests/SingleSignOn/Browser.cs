using System.Net;
using System.Text.RegularExpressions;
using Dotdigital.Sdk.Integration.AspNetCore.Tests.Hosting;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.SingleSignOn;

/// <summary>One person's browser: keeps cookies, follows no redirect by itself, and fills in a form's hidden fields.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient _http;

    public Browser(WebNode node) =>
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = node.Address };

    /// <summary>A browser in which somebody has signed in to the host.</summary>
    public static async Task<Browser> SignedInAsync(WebNode node, string user)
    {
        var browser = new Browser(node);
        using var answer = await browser.GetAsync($"/login/{user}");
        answer.EnsureSuccessStatusCode();
        return browser;
    }

    public Task<HttpResponseMessage> GetAsync(string address, string? host = null) => SendAsync(new HttpRequestMessage(HttpMethod.Get, address), host);

    public Task<HttpResponseMessage> PostAsync(string address, IReadOnlyDictionary<string, string> form, string? host = null) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) }, host);

    /// <summary>Presses the button of the page's form that posts to an address.</summary>
    public async Task<HttpResponseMessage> PressAsync(string page, string act, string? host = null) => await PostAsync($"{page[..page.LastIndexOf('/')]}/{act}", await FormAsync(page, act), host);

    /// <summary>The hidden fields of a form on a page.</summary>
    public async Task<Dictionary<string, string>> FormAsync(string page, string act)
    {
        using var answer = await GetAsync(page);
        var html = await answer.Content.ReadAsStringAsync(WebBench.Cancel);
        var form = Form().Matches(html).Single(form => form.Groups["action"].Value.EndsWith('/' + act, StringComparison.Ordinal));
        return Field().Matches(form.Groups["content"].Value).ToDictionary(static field => field.Groups["name"].Value, static field => WebUtility.HtmlDecode(field.Groups["value"].Value), StringComparer.Ordinal);
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string? host)
    {
        using (request)
        {
            request.Headers.Host = host;
            return await _http.SendAsync(request, WebBench.Cancel);
        }
    }

    [GeneratedRegex("<form method=\"post\" action=\"(?<action>[^\"]*)\">(?<content>.*?)</form>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    [GeneratedRegex("name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Field();
}

using System.Net;
using System.Text.RegularExpressions;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.Dashboard;

/// <summary>A visitor without a browser: sees each answer as it is, redirects included.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _root;

    public Visitor(Uri root, string? user)
    {
        _root = root;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        if (user is not null)
        {
            _http.DefaultRequestHeaders.Add(TestSignIn.Header, user);
        }
    }

    /// <summary>A page of the dashboard, by its path below it.</summary>
    public async Task<Answer> GetAsync(string path = "", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(path));
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await Answer.OfAsync(await _http.SendAsync(request, DashboardBench.Cancel));
    }

    /// <summary>A page at any address.</summary>
    public async Task<Answer> GetElsewhereAsync(Uri address) => await Answer.OfAsync(await _http.GetAsync(address, DashboardBench.Cancel));

    /// <summary>Sends a form as the page at <paramref name="from"/> would: with the token that it holds.</summary>
    public async Task<Answer> SendAsync(string from, string path, params (string Name, string Value)[] fields)
    {
        var page = await GetAsync(from);
        var token = Token().Match(page.Html);
        return await ForgeAsync(path, [.. fields, (token.Groups["name"].Value, WebUtility.HtmlDecode(token.Groups["value"].Value))]);
    }

    /// <summary>Sends a form with these fields alone.</summary>
    public async Task<Answer> ForgeAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(static field => KeyValuePair.Create(field.Name, field.Value)));
        return await Answer.OfAsync(await _http.PostAsync(Address(path), form, DashboardBench.Cancel));
    }

    public void Dispose() => _http.Dispose();

    private Uri Address(string path) => path.StartsWith('/') ? new Uri(_root, path) : new Uri($"{_root.AbsoluteUri.TrimEnd('/')}/{path}");

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>__RequestVerificationToken)\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Token();
}

using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Components;
using Dotdigital.Sdk.Integration.AspNetCore.Dashboard.Errors;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard;

/// <summary>
/// What every request goes through, in this order: the gate, the security headers, the antiforgery token and the change policy of a form, the page's
/// handler, and rendering. A page is rendered whole before its first byte is sent, so that what fails becomes a page that says so.
/// </summary>
internal sealed partial class DashboardEndpoint(
    DashboardGate gate, IAntiforgery antiforgery, IOptions<DotdigitalDashboardOptions> options, ILoggerFactory loggers, ILogger<DashboardEndpoint> logger)
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A mapping of some hundred rows is a form of some thousand fields.</summary>
    private static readonly FormOptions Limits = new() { ValueCountLimit = 20_000, BufferBodyLengthLimit = 4_000_000, ValueLengthLimit = 100_000 };

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext http, DashboardRoute route)
    {
        SecureHeaders(http.Response.Headers);
        if (!gate.MayEnter(http))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            await http.Response.WriteAsync("The dashboard is open to requests from this machine only, until it has an authorization policy.", http.RequestAborted).ConfigureAwait(false);
            return;
        }

        if (route.Asset is { } asset)
        {
            await DashboardAssets.WriteAsync(http, asset).ConfigureAwait(false);
            return;
        }

        var page = await OpenAsync(http, route).ConfigureAwait(false);
        DashboardAnswer answer;
        try
        {
            answer = await AnswerAsync(http, route, page).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is not OperationCanceledException || !http.RequestAborted.IsCancellationRequested)
        {
            answer = Explain(http, route, failed);
        }

        try
        {
            await WriteAsync(http, page, answer).ConfigureAwait(false);
        }
        catch (Exception failed) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            await WriteAsync(http, page, Explain(http, route, failed)).ConfigureAwait(false);
        }
    }

    private async Task<DashboardPage> OpenAsync(HttpContext http, DashboardRoute route)
    {
        var page = http.RequestServices.GetRequiredService<DashboardPage>();
        page.Root = DashboardPage.RootOf(http.Request, route.Pattern);
        page.Pattern = route.Pattern;
        page.Brand = options.Value.Title;
        page.Visitor = http.User.Identity is { IsAuthenticated: true, Name: { Length: > 0 } name } ? name : null;
        page.CanChange = await gate.MayChangeAsync(http).ConfigureAwait(false);
        page.Notice = Notices.Find(http.Request.Query["done"].ToString());
        return page;
    }

    private async Task<DashboardAnswer> AnswerAsync(HttpContext http, DashboardRoute route, DashboardPage page)
    {
        if (!HttpMethods.IsPost(route.Method))
        {
            return await route.Handle(new DashboardRequest(http, page, null)).ConfigureAwait(false);
        }

        http.Features.Set<IFormFeature>(new FormFeature(http.Request, Limits));
        await antiforgery.ValidateRequestAsync(http).ConfigureAwait(false);
        if (route.Changes && !page.CanChange)
        {
            return ErrorPages.Forbidden();
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false);
        return await route.Handle(new DashboardRequest(http, page, form)).ConfigureAwait(false);
    }

    private DashboardAnswer Explain(HttpContext http, DashboardRoute route, Exception failed)
    {
        var answer = ErrorPages.Explain(failed, http.TraceIdentifier);
        if (answer.Status >= StatusCodes.Status500InternalServerError)
        {
            LogFailed(route.Method, route.Pattern, http.TraceIdentifier, failed);
        }

        return answer;
    }

    private async Task WriteAsync(HttpContext http, DashboardPage page, DashboardAnswer answer)
    {
        if (answer.Location is { } location)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = location;
            http.Response.Headers.CacheControl = "no-store";
            return;
        }

        if (answer.Data is { } data)
        {
            http.Response.Headers.CacheControl = "no-store";
            await http.Response.WriteAsJsonAsync(data, http.RequestAborted).ConfigureAwait(false);
            return;
        }

        if (answer.FormTarget is { } site)
        {
            http.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy.Replace("form-action 'self'", $"form-action 'self' {site}", StringComparison.Ordinal);
        }

        if (!answer.IsPart)
        {
            var tokens = antiforgery.GetAndStoreTokens(http);
            (page.TokenField, page.Token) = (tokens.FormFieldName, tokens.RequestToken ?? string.Empty);
        }

        (page.Title, page.View, page.Problems) = (answer.Title, answer.View!, answer.Problems);
        page.Show(answer.Model);
        string html;
        var renderer = new HtmlRenderer(http.RequestServices, loggers);
        await using (renderer.ConfigureAwait(false))
        {
            html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync(answer.IsPart ? page.View : typeof(DashboardDocument)).ConfigureAwait(true)).ToHtmlString()).ConfigureAwait(false);
        }

        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsync(html, http.RequestAborted).ConfigureAwait(false);
    }

    private static void SecureHeaders(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    [LoggerMessage(3010, LogLevel.Error, "The Dotdigital dashboard could not answer {Method} {Page}; request {Request}.")]
    private partial void LogFailed(string method, string page, string request, Exception failure);
}

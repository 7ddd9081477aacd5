using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace Dotdigital.Sdk.Integration.AspNetCore.SingleSignOn;

/// <summary>A small page: a heading, some sentences, and what to do next. Every text is encoded; there is no script, and the only style is the page's own, which its policy names by hash.</summary>
internal sealed class SignInPage(string heading)
{
    private const string Style =
        ":root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1rem}"
        + "button,a{font:inherit}button{font-weight:600;padding:.5rem .9rem;border-radius:8px;border:1px solid;cursor:pointer}";

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    private readonly List<string> _parts = [];

    /// <summary>Adds a sentence.</summary>
    public SignInPage Say(string text)
    {
        _parts.Add($"<p>{Encode(text)}</p>");
        return this;
    }

    /// <summary>Adds a link.</summary>
    public SignInPage Link(string address, string text)
    {
        _parts.Add($"<p><a href=\"{Encode(address)}\">{Encode(text)}</a></p>");
        return this;
    }

    /// <summary>Adds a button that posts.</summary>
    public SignInPage Button(string address, string text, string tokenField, string token)
    {
        _parts.Add(
            $"<form method=\"post\" action=\"{Encode(address)}\"><input type=\"hidden\" name=\"{Encode(tokenField)}\" value=\"{Encode(token)}\"><button type=\"submit\">{Encode(text)}</button></form>");
        return this;
    }

    /// <summary>Answers with the page.</summary>
    public Task WriteAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";

        // Not form-action: browsers apply it to redirects too, and connecting ends at Dotdigital.
        context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'sha256-{StyleHash}'; base-uri 'none'; frame-ancestors 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>{Encode(heading)}</title><style>{Style}</style></head>
            <body><main><h1>{Encode(heading)}</h1>
            {string.Join('\n', _parts)}
            </main></body>
            </html>

            """,
            context.RequestAborted);
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}

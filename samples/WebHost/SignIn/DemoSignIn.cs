using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace WebHost.SignIn;

/// <summary>FOR THE DEMO ONLY: a sign-in without a password, as a marketer who may change everything or as a guest who may look. A real host has its own.</summary>
internal static class DemoSignIn
{
    public const string View = "Marketing";
    public const string Change = "Marketing admin";

    private const string Path = "/demo-login";

    public static void Add(IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(static cookie =>
        {
            cookie.LoginPath = Path;
            cookie.AccessDeniedPath = Path;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(View, static policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Change, static policy => policy.RequireRole("marketer"));
    }

    public static void Map(WebApplication app, string dashboard)
    {
        app.MapGet(Path, (HttpContext http, IAntiforgery antiforgery) =>
        {
            var token = antiforgery.GetAndStoreTokens(http);
            return Results.Content(Page(token.FormFieldName, token.RequestToken!), "text/html; charset=utf-8");
        });
        app.MapPost(Path, async (HttpContext http, IAntiforgery antiforgery) =>
        {
            await antiforgery.ValidateRequestAsync(http);
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            var isMarketer = form["as"].ToString() is "marketer";
            var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme);
            identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, isMarketer ? "1" : "2"));
            identity.AddClaim(new Claim(ClaimTypes.Name, isMarketer ? "Demo marketer" : "Demo guest"));
            identity.AddClaim(new Claim(ClaimTypes.Role, isMarketer ? "marketer" : "guest"));
            await http.SignInAsync(new ClaimsPrincipal(identity));
            return Results.LocalRedirect(dashboard);
        });
    }

    private static string Page(string field, string token) => $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Demo login</title>
        <style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1rem}button{font:inherit;padding:.6rem 1rem;margin:0 .5rem .5rem 0}</style></head>
        <body><main>
        <h1>Demo login</h1>
        <p><strong>This is a demo: there is no password.</strong> A real application signs people in its own way, and its policies say who may see the dashboard.</p>
        <form method="post" action="{{Path}}"><input type="hidden" name="{{field}}" value="{{token}}">
        <button name="as" value="marketer">Sign in as a marketer, who may change everything</button>
        <button name="as" value="guest">Sign in as a guest, who may only look</button></form>
        </main></body></html>
        """;
}

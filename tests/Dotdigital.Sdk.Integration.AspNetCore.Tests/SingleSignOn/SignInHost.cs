using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.AspNetCore.Tests.SingleSignOn;

/// <summary>A host with cookies of its own and the single sign-on pages.</summary>
internal static class SignInHost
{
    public static void AddServices(WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddAuthorization(static options => options.AddPolicy("marketing", static policy => policy.RequireClaim("role", "marketing")));
        builder.Services.AddAntiforgery();
    }

    public static Action<WebApplication> Map(Action<DotdigitalSingleSignOnOptions>? configure = null) => app =>
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/login/{user}", static (HttpContext context, string user) => context.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(
            user == "nobody" ? [] : [new Claim(ClaimTypes.NameIdentifier, user), new Claim("role", user == "anna" ? "marketing" : "other")], "test"))));
        app.MapGroup("/tools").MapDotdigitalSingleSignOn("/sso/", configure);
    };
}

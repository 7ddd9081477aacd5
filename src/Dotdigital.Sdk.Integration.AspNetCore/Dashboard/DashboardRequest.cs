using Dotdigital.Sdk.Integration.Accounts;
using Microsoft.AspNetCore.Http;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard;

/// <summary>What a page's handler knows of its request.</summary>
internal sealed class DashboardRequest(HttpContext http, DashboardPage page, IFormCollection? form)
{
    /// <summary>The request's services.</summary>
    public IServiceProvider Services => http.RequestServices;

    /// <summary>Ends with the visitor's patience.</summary>
    public CancellationToken Cancel => http.RequestAborted;

    /// <summary>The names of all form fields; none of a GET.</summary>
    public IEnumerable<string> FormNames => form?.Keys ?? [];

    /// <summary>A field of the form, else of the query, without blanks at its ends; empty when there is none.</summary>
    public string Text(string name) => Raw(name).Trim();

    /// <summary>The same as it was typed: of passwords blanks count.</summary>
    public string Raw(string name) => (form is not null && form.TryGetValue(name, out var sent) ? sent.ToString() : http.Request.Query[name].ToString()) ?? string.Empty;

    /// <summary>Whether a box was ticked.</summary>
    public bool Flag(string name) => Text(name).Length > 0;

    /// <summary>Who asks.</summary>
    public System.Security.Claims.ClaimsPrincipal User => http.User;

    /// <summary>The scheme, host and path base that the application is asked under.</summary>
    public string Site => $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase.ToUriComponent()}";

    /// <summary>A whole number that is not negative; 0 when there is none.</summary>
    public int Number(string name) => int.TryParse(Text(name), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The account that the request names.</summary>
    /// <exception cref="DashboardNotFoundException">It names none.</exception>
    public AccountId Account() => Text("account") is { Length: > 0 and <= 64 } id
        ? new AccountId(id)
        : throw new DashboardNotFoundException("The address names no account.");

    /// <summary>A value that the request must name.</summary>
    /// <exception cref="DashboardNotFoundException">It does not.</exception>
    public string Required(string name) => Text(name) is { Length: > 0 } value ? value : throw new DashboardNotFoundException($"The address names no {name}.");

    /// <summary>The address of a page of the dashboard.</summary>
    public string Link(string path, params ReadOnlySpan<(string Name, string? Value)> query) => page.Link(path, query);
}

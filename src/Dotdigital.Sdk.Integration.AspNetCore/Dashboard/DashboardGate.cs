using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.AspNetCore.Dashboard;

/// <summary>Says who may come in and who may change something. Whoever fails <see cref="DotdigitalDashboardOptions.ViewPolicy"/> was sent away by the endpoint's own authorization before.</summary>
internal sealed class DashboardGate(IAuthorizationService authorization, IHostEnvironment environment, IOptions<DotdigitalDashboardOptions> options)
{
    private bool HasPolicy => !string.IsNullOrWhiteSpace(options.Value.ViewPolicy);

    /// <summary>Whether the request may see anything at all.</summary>
    public bool MayEnter(HttpContext http) => HasPolicy || (options.Value.AllowLoopbackInDevelopment && environment.IsDevelopment() && IsFromThisMachine(http));

    /// <summary>Whether the request may change something.</summary>
    public async Task<bool> MayChangeAsync(HttpContext http)
    {
        if (!HasPolicy)
        {
            return MayEnter(http);
        }

        return options.Value.ChangePolicy is { Length: > 0 } policy && (await authorization.AuthorizeAsync(http.User, http, policy).ConfigureAwait(false)).Succeeded;
    }

    /// <summary>The name is looked at, too: a page elsewhere whose name was made to resolve to this machine is not from here, nor is what a proxy brings.</summary>
    private static bool IsFromThisMachine(HttpContext http)
    {
        var host = http.Request.Host.Host.Trim('[', ']');
        return http.Connection.RemoteIpAddress is { } address
            && IPAddress.IsLoopback(address)
            && (string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var named) && IPAddress.IsLoopback(named)))
            && !http.Request.Headers.ContainsKey("X-Forwarded-For")
            && !http.Request.Headers.ContainsKey("Forwarded");
    }
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;

namespace Dotdigital.Sdk.Integration.AspNetCore.SingleSignOn;

/// <summary>Where the host mapped the sign-in pages, and how they know people: metadata of the callback's endpoint.</summary>
internal sealed class SignInPlace(DotdigitalSingleSignOnOptions options)
{
    /// <summary>The host's id of a person; null when there is none that can be used.</summary>
    public string? FindUser(ClaimsPrincipal person)
    {
        var user = person.Identity?.IsAuthenticated == true ? options.UserId(person) : null;
        return user?.Trim().Length is > 0 and <= SignInEndpoints.LongestUser ? user : null;
    }

    /// <summary>Whether a person may use the pages, which have a policy of their own.</summary>
    public async Task<bool> LetsInAsync(ClaimsPrincipal person, IAuthorizationService authorization, IAuthorizationPolicyProvider policies)
    {
        var policy = options.AuthorizationPolicy is { } name ? await policies.GetPolicyAsync(name).ConfigureAwait(false) : await policies.GetDefaultPolicyAsync().ConfigureAwait(false);
        return policy is not null && (await authorization.AuthorizeAsync(person, policy).ConfigureAwait(false)).Succeeded;
    }

    /// <summary>The callback's address for a host that is asked under <paramref name="site"/>.</summary>
    public Uri CallbackOf(string site, RouteEndpoint callback) => options.CallbackAddress ?? new Uri($"{site}/{callback.RoutePattern.RawText?.Trim('/')}");
}

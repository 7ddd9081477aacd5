using System.Text.RegularExpressions;
using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.SingleSignOn;

/// <summary>Where Dotdigital's web application is, and which hosts may be it (rule AC-2).</summary>
internal static partial class AppAddresses
{
    /// <summary>Makes sure that client secrets and tokens may be sent to an address.</summary>
    /// <exception cref="SingleSignOnException">They may not.</exception>
    public static void RequireAllowed(AccountId account, Uri app, DotdigitalClientOptions client, DotdigitalIntegrationOptions options)
    {
        var isCustomDomain = string.Equals(app.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)
            && app.UserInfo.Length == 0
            && options.SingleSignOnHosts.Contains(app.IdnHost, StringComparer.OrdinalIgnoreCase);
        if (!isCustomDomain && !client.Allows(app))
        {
            throw new SingleSignOnException(
                account,
                SingleSignOnProblem.NotConfigured,
                $"may not sign in at '{app.Scheme}://{app.Host}': secrets go only over https to Dotdigital. If it is your custom domain, add it to Dotdigital:SingleSignOnHosts.");
        }
    }

    /// <summary>The web application that goes with an API endpoint, as scheme, host and port; null when it does not tell.</summary>
    public static Uri? Of(Uri endpoint)
    {
        if (endpoint.IsLoopback)
        {
            return new UriBuilder(endpoint.Scheme, endpoint.IdnHost, endpoint.Port).Uri;
        }

        var match = ApiHost().Match(endpoint.IdnHost);
        return match.Success ? new Uri($"https://{match.Groups["region"].Value}-app.dotdigital.com") : null;
    }

    [GeneratedRegex(@"^(?<region>[a-z0-9]+)-api\.(dotdigital|dotmailer)\.com$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex ApiHost();
}

using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Http;

/// <summary>Where credentials may be sent (AC-1).</summary>
internal sealed class EndpointPolicy(DotdigitalClientOptions options)
{
    private readonly string[] hosts = [.. options.AllowedHosts];
    private readonly bool allowLoopback = options.AllowLoopback;

    /// <summary>Whether an endpoint may be sent credentials.</summary>
    public static bool IsAllowed(Uri? endpoint, IEnumerable<string> hosts, bool allowLoopback)
    {
        if (endpoint is not { IsAbsoluteUri: true } || endpoint.UserInfo.Length > 0)
        {
            return false;
        }

        if (endpoint.IsLoopback && (endpoint.Scheme is "http" or "https"))
        {
            return allowLoopback;
        }

        return string.Equals(endpoint.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal)
            && hosts.Any(host => host.StartsWith("*.", StringComparison.Ordinal)
                ? endpoint.IdnHost.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
                : endpoint.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The endpoint as scheme, host and port only.</summary>
    /// <exception cref="DotdigitalEndpointNotAllowedException">It may not be sent credentials.</exception>
    public Uri Check(string accountName, Uri? endpoint)
    {
        if (endpoint is null || !IsAllowed(endpoint, hosts, allowLoopback))
        {
            throw new DotdigitalEndpointNotAllowedException(accountName, Describe(endpoint));
        }

        return new UriBuilder(endpoint.Scheme, endpoint.IdnHost, endpoint.Port).Uri;
    }

    private static string Describe(Uri? endpoint) => endpoint is { IsAbsoluteUri: true } ? $"{endpoint.Scheme}://{endpoint.Host}" : "(no absolute address)";
}

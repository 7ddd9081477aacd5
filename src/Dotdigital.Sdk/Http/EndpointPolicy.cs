using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Http;

/// <summary>Where credentials may be sent (AC-1).</summary>
internal sealed class EndpointPolicy(DotdigitalClientOptions options)
{
    private readonly string[] hosts = [.. options.AllowedHosts];
    private readonly bool allowLoopback = options.AllowLoopback;

    /// <summary>The endpoint as scheme, host and port only.</summary>
    /// <exception cref="DotdigitalEndpointNotAllowedException">It may not be sent credentials.</exception>
    public Uri Check(string accountName, Uri? endpoint)
    {
        if (endpoint is not { IsAbsoluteUri: true } || endpoint.UserInfo.Length > 0 || !IsAllowed(endpoint))
        {
            throw new DotdigitalEndpointNotAllowedException(accountName, Describe(endpoint));
        }

        return new UriBuilder(endpoint.Scheme, endpoint.IdnHost, endpoint.Port).Uri;
    }

    private static string Describe(Uri? endpoint) => endpoint is { IsAbsoluteUri: true } ? $"{endpoint.Scheme}://{endpoint.Host}" : "(no absolute address)";

    private bool IsAllowed(Uri endpoint)
    {
        if (endpoint.IsLoopback && (endpoint.Scheme is "http" or "https"))
        {
            return allowLoopback;
        }

        if (!string.Equals(endpoint.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var host in hosts)
        {
            if (host.StartsWith("*.", StringComparison.Ordinal)
                ? endpoint.IdnHost.EndsWith(host[1..], StringComparison.OrdinalIgnoreCase)
                : endpoint.IdnHost.Equals(host, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

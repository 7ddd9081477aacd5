namespace Dotdigital.Sdk.Errors;

/// <summary>Credentials may not be sent to this host (AC-1): it is not https, or not on <see cref="DotdigitalClientOptions.AllowedHosts"/>.</summary>
public sealed class DotdigitalEndpointNotAllowedException : DotdigitalException
{
    /// <summary>Creates the error.</summary>
    /// <param name="accountName">The host's name for the account.</param>
    /// <param name="endpoint">Scheme and host that were refused.</param>
    public DotdigitalEndpointNotAllowedException(string accountName, string endpoint)
        : base(
            $"Account '{accountName}' may not be sent to '{endpoint}': credentials go only over https to the hosts in " +
            $"{nameof(DotdigitalClientOptions.AllowedHosts)}. If this is the emulator, set {nameof(DotdigitalClientOptions.AllowLoopback)}; if it is your region, add its host.")
    {
        AccountName = accountName;
        Endpoint = endpoint;
    }

    /// <summary>The host's name for the account.</summary>
    public string AccountName { get; }

    /// <summary>Scheme and host that were refused.</summary>
    public string Endpoint { get; }
}

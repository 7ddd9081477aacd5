namespace Dotdigital.Sdk.Account;

/// <summary>The account itself and the server's clock.</summary>
public partial interface IAccountApi
{
    /// <summary>The account's properties (<c>GET /v2/account-info</c>).</summary>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<AccountInfo> GetInfoAsync(CancellationToken cancellationToken = default);

    /// <summary>Dotdigital's clock, UTC (<c>GET /v2/server-time</c>).</summary>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<DateTimeOffset> GetServerTimeAsync(CancellationToken cancellationToken = default);

    /// <summary>The host this account's calls go to: configured, or found from account-info once and cached (AC-1).</summary>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <exception cref="Errors.DotdigitalEndpointNotAllowedException">account-info named a host that may not be sent credentials.</exception>
    Task<Uri> GetEndpointAsync(CancellationToken cancellationToken = default);
}

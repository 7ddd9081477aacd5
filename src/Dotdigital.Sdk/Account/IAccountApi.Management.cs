namespace Dotdigital.Sdk.Account;

public partial interface IAccountApi
{
    /// <summary>Creates a managed account (<c>POST /v2/accounts</c>). Not repeated after a lost answer.</summary>
    /// <param name="account">The account and its owner.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The account's id; the API may leave the properties out.</returns>
    Task<AccountInfo> CreateAsync(NewAccount account, CancellationToken cancellationToken = default);

    /// <summary>Gives a person access to a managed account (<c>POST /v2/accounts/{accountId}/managed-users</c>). Not repeated after a lost answer.</summary>
    /// <param name="accountId">The managed account.</param>
    /// <param name="user">The person.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task<ManagedUser> CreateManagedUserAsync(int accountId, NewManagedUser user, CancellationToken cancellationToken = default);

    /// <summary>Creates an OAuth client of an account (<c>POST /v2/accounts/{accountId}/oauth-tokens</c>). Not repeated after a lost answer.</summary>
    /// <param name="accountId">The managed account.</param>
    /// <param name="redirectUri">Where people are sent back to; absolute.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The client with its secret, which is told only now.</returns>
    Task<OAuthToken> CreateOAuthTokenAsync(int accountId, Uri redirectUri, CancellationToken cancellationToken = default);

    /// <summary>Replaces the colours of an account; safe to repeat (<c>PUT /v2/accounts/{accountId}/theme</c>).</summary>
    /// <param name="accountId">The managed account.</param>
    /// <param name="theme">All four colours.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task UpdateThemeAsync(int accountId, AccountTheme theme, CancellationToken cancellationToken = default);

    /// <summary>Creates an API user for an account that has none of that rate limiting scheme (<c>POST /v2/accounts/{accountId}/api-users</c>). Not repeated after a lost answer.</summary>
    /// <param name="accountId">The managed account.</param>
    /// <param name="user">The API user.</param>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    /// <returns>The API user with its user name.</returns>
    Task<ApiUser> CreateApiUserAsync(int accountId, NewApiUser user, CancellationToken cancellationToken = default);

    /// <summary>Deletes for good what is in the account's recycle bin (<c>POST /v2/accounts/empty-recycle-bin</c>).</summary>
    /// <param name="cancellationToken">Cancels the call and its waits.</param>
    Task EmptyRecycleBinAsync(CancellationToken cancellationToken = default);
}

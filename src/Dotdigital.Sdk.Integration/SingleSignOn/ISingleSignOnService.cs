using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Secrets;

namespace Dotdigital.Sdk.Integration.SingleSignOn;

/// <summary>
/// Signs people of the host in to Dotdigital (rule AC-2): each connects once, through Dotdigital's own consent page, and is then taken to Dotdigital
/// without a password. The host's pages call it; <c>user</c> is always the id of whom the host itself has authenticated, 1 to 200 characters.
/// </summary>
public interface ISingleSignOnService
{
    /// <summary>Begins to connect a person: gives the address of Dotdigital's consent page. It can be used once, by this person, within 10 minutes.</summary>
    /// <param name="account">The account.</param>
    /// <param name="user">The person, by the host's id.</param>
    /// <param name="redirectUri">The host's callback page as registered with Dotdigital: https, or loopback; no fragment.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The address to redirect the person's browser to.</returns>
    /// <exception cref="UnknownAccountException">There is no such account.</exception>
    /// <exception cref="SingleSignOnException">The account has no single sign-on.</exception>
    Task<Uri> BeginAsync(AccountId account, string user, Uri redirectUri, CancellationToken cancellationToken = default);

    /// <summary>Handles the callback: checks the state, takes the refresh token and keeps it encrypted. Of several callbacks with one state one is accepted.</summary>
    /// <param name="user">Who the host says the caller is.</param>
    /// <param name="state">The callback's <c>state</c>.</param>
    /// <param name="code">The callback's <c>code</c>.</param>
    /// <param name="error">The callback's <c>error</c>.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>Where the person is signed in.</returns>
    /// <exception cref="SingleSignOnException">The state was refused, or the person or Dotdigital said no.</exception>
    /// <exception cref="SecretException">The client secret cannot be read, or nothing encrypts the token.</exception>
    /// <exception cref="DotdigitalTransportException">Dotdigital did not answer: begin again.</exception>
    Task<SignInAddress> CompleteAsync(string user, string? state, string? code, string? error = null, CancellationToken cancellationToken = default);

    /// <summary>Takes a connected person to Dotdigital: asks for an access token and gives the address that signs in with it.</summary>
    /// <exception cref="UnknownAccountException">There is no such account.</exception>
    /// <exception cref="SingleSignOnException"><see cref="SingleSignOnProblem.ConnectAgain"/> when the person is not connected or Dotdigital revoked it.</exception>
    /// <exception cref="SecretException">The token or the client secret cannot be decrypted.</exception>
    /// <exception cref="DotdigitalTransportException">Dotdigital did not answer.</exception>
    Task<SignInAddress> GetSignInAddressAsync(AccountId account, string user, CancellationToken cancellationToken = default);

    /// <summary>Whether people can sign in to an account's Dotdigital, and what is missing where they cannot. Asks Dotdigital for the account's region when that is not known yet.</summary>
    /// <exception cref="UnknownAccountException">There is no such account.</exception>
    Task<SingleSignOnSetup> GetSetupAsync(AccountId account, CancellationToken cancellationToken = default);

    /// <summary>Whether a person is connected, as far as is known without asking Dotdigital.</summary>
    Task<bool> IsConnectedAsync(AccountId account, string user, CancellationToken cancellationToken = default);

    /// <summary>Forgets one person's connection, and no other's; harmless when there is none.</summary>
    Task DisconnectAsync(AccountId account, string user, CancellationToken cancellationToken = default);
}

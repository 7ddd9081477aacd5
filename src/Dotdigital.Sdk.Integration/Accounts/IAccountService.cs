using Dotdigital.Sdk.Integration.Secrets;

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>
/// The accounts, changed while the application runs. Stored settings win over configured ones of the same id, secrets are stored encrypted
/// (<see cref="ISecretProtector"/>), and every node notices a change within 30 seconds. Use <see cref="IAccountChecker"/> to try settings before saving.
/// </summary>
public interface IAccountService
{
    /// <summary>All accounts, configured and stored, by id; without secrets.</summary>
    Task<IReadOnlyList<AccountDetails>> GetAllAsync(CancellationToken cancellationToken = default);

    /// <summary>One account, without secrets, or null.</summary>
    Task<AccountDetails?> FindAsync(AccountId account, CancellationToken cancellationToken = default);

    /// <summary>Adds an account; its first cycle runs at once if it is enabled.</summary>
    /// <exception cref="AccountChangeException">There is one of that id, or a setting is wrong: all mistakes are told at once.</exception>
    /// <exception cref="SecretException">No protector is registered.</exception>
    /// <exception cref="Errors.DotdigitalEndpointNotAllowedException">The endpoint may not be sent credentials.</exception>
    Task<AccountDetails> AddAsync(AccountId account, AccountSettings settings, CancellationToken cancellationToken = default);

    /// <summary>
    /// Changes an account; a configured one gets stored settings of its own. Passwords, client secrets and webhook secrets are blank in what
    /// <paramref name="change"/> is given: left blank they stay as they are. A changed API user or client id needs its own.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="change">Changes the settings; called again if somebody else changed them meanwhile.</param>
    /// <param name="cancellationToken">Cancels the change.</param>
    /// <exception cref="UnknownAccountException">There is none of that id.</exception>
    /// <exception cref="AccountChangeException">A setting is wrong, or others kept changing it.</exception>
    /// <exception cref="SecretException">No protector is registered.</exception>
    /// <exception cref="Errors.DotdigitalEndpointNotAllowedException">The endpoint may not be sent credentials.</exception>
    Task<AccountDetails> UpdateAsync(AccountId account, Action<AccountSettings> change, CancellationToken cancellationToken = default);

    /// <summary>Enables an account, whose next cycle then runs at once, or disables it: a run under way ends first.</summary>
    /// <exception cref="UnknownAccountException">There is none of that id.</exception>
    Task SetEnabledAsync(AccountId account, bool isEnabled, CancellationToken cancellationToken = default);

    /// <summary>Replaces the API user's password, and ends the waiting of an account that was refused.</summary>
    /// <exception cref="UnknownAccountException">There is none of that id.</exception>
    /// <exception cref="SecretException">No protector is registered.</exception>
    Task RotatePasswordAsync(AccountId account, string password, CancellationToken cancellationToken = default);

    /// <summary>
    /// Sets the secrets of the account's webhooks, as they are registered in Dotdigital; stored ones win over configured ones. Every node takes them within 30 seconds.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="secrets">The secrets, at least 16 characters each; none forgets the stored ones, so that configured ones count again.</param>
    /// <param name="keepsPresent">Whether those that count now stay good beside them: for the time in which one replaces another.</param>
    /// <param name="cancellationToken">Cancels the change.</param>
    /// <exception cref="UnknownAccountException">There is none of that id.</exception>
    /// <exception cref="AccountChangeException">A secret is too short, or there would be more than 5, or others kept changing the account.</exception>
    /// <exception cref="SecretException">No protector is registered, or the present ones cannot be decrypted.</exception>
    Task<AccountDetails> SetWebhookSecretsAsync(AccountId account, IReadOnlyCollection<string> secrets, bool keepsPresent = false, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes an account's stored settings and its people's single sign-on. One that is configured too goes on as configured. What was synchronised
    /// stays in the store: an account added again under the same id goes on from there, and only with an API user of the same Dotdigital account.
    /// </summary>
    /// <exception cref="UnknownAccountException">There is none of that id.</exception>
    /// <exception cref="AccountChangeException">It is only configured, or something hangs on it that would be left undone.</exception>
    Task RemoveAsync(AccountId account, CancellationToken cancellationToken = default);
}

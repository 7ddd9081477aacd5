namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>"Check connection" (rule AC-1).</summary>
public interface IAccountChecker
{
    /// <summary>Signs in to an account and says what came of it; never throws for what Dotdigital or the network answer.</summary>
    /// <exception cref="UnknownAccountException">The account is neither configured nor stored.</exception>
    Task<AccountCheck> CheckAsync(AccountId account, CancellationToken cancellationToken = default);

    /// <summary>Tries settings before they are saved; stores nothing. Never throws for what Dotdigital or the network answer.</summary>
    /// <param name="account">The account they are for; it need not exist yet.</param>
    /// <param name="settings">The settings. A blank password stands for the account's present one, as in a form that does not show it.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    Task<AccountCheck> CheckAsync(AccountId account, AccountSettings settings, CancellationToken cancellationToken = default);
}

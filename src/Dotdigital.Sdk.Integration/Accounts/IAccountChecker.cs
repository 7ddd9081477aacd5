namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>"Check connection" (rule AC-1).</summary>
public interface IAccountChecker
{
    /// <summary>Signs in to an account and says what came of it; never throws for what Dotdigital or the network answer.</summary>
    /// <exception cref="UnknownAccountException">The account is not configured.</exception>
    Task<AccountCheck> CheckAsync(AccountId account, CancellationToken cancellationToken = default);
}

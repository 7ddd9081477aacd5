using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Secrets;

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>Signs in and asks who the account is.</summary>
internal sealed class AccountChecker(IAccountClients clients, AccountDirectory accounts, AccountConnector connector) : IAccountChecker
{
    public async Task<AccountCheck> CheckAsync(AccountId account, CancellationToken cancellationToken)
    {
        var found = await accounts.GetAsync(account, cancellationToken).ConfigureAwait(false);
        try
        {
            found = accounts.WithPassword(found);
        }
        catch (DotdigitalException unusable) when (unusable is SecretException or UnknownAccountException)
        {
            return Failed(account, unusable.Message);
        }

        var remedy = found.Stored?.ProtectedPassword is null
            ? $"Check Dotdigital:Accounts:{account}:UserName and Password, and that the API user is enabled."
            : $"Check the stored API user and password ({nameof(IAccountService)}.{nameof(IAccountService.RotatePasswordAsync)}), and that the API user is enabled.";
        return await SignInAsync(account, found.Settings, remedy, cancellationToken).ConfigureAwait(false);
    }

    public async Task<AccountCheck> CheckAsync(AccountId account, AccountSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var tried = settings.Copy();
        try
        {
            if (tried.Password.Length == 0 && await accounts.FindAsync(account, cancellationToken).ConfigureAwait(false) is { } known)
            {
                tried.Password = accounts.WithPassword(known).Settings.Password;
            }
        }
        catch (DotdigitalException unusable) when (unusable is SecretException or UnknownAccountException)
        {
            return Failed(account, unusable.Message);
        }

        return string.IsNullOrWhiteSpace(tried.UserName) || tried.Password.Length == 0
            ? Failed(account, "Give the API user and its password.")
            : await SignInAsync(account, tried, "Check the API user and its password, and that the API user is enabled.", cancellationToken).ConfigureAwait(false);
    }

    private async Task<AccountCheck> SignInAsync(AccountId account, AccountSettings settings, string remedy, CancellationToken cancellationToken)
    {
        try
        {
            var client = clients.Get(account, settings);
            var endpoint = await client.Account.GetEndpointAsync(cancellationToken).ConfigureAwait(false);
            var info = await client.Account.GetInfoAsync(cancellationToken).ConfigureAwait(false);
            var stored = await connector.GetRemoteIdAsync(account, cancellationToken).ConfigureAwait(false);
            return stored > 0 && info.Id > 0 && stored != info.Id
                ? Failed(account, new AccountMismatchException(account, stored, info.Id).Message)
                : new AccountCheck(account, IsConnected: true, endpoint, info.GetProperty("Name"), null);
        }
        catch (DotdigitalAuthenticationException refused)
        {
            return Failed(account, $"{refused.Message} {remedy}");
        }
        catch (DotdigitalException failed)
        {
            return Failed(account, failed.Message);
        }
    }

    private static AccountCheck Failed(AccountId account, string problem) => new(account, IsConnected: false, null, null, problem);
}

using Dotdigital.Sdk.Errors;
using Microsoft.Extensions.Options;

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>Signs in and asks who the account is.</summary>
internal sealed class AccountChecker(IAccountClients clients, IOptionsMonitor<DotdigitalIntegrationOptions> options) : IAccountChecker
{
    public async Task<AccountCheck> CheckAsync(AccountId account, CancellationToken cancellationToken)
    {
        if (!options.CurrentValue.Accounts.TryGetValue(account.Value, out var settings))
        {
            throw new UnknownAccountException(account, $"is not configured: add it under Dotdigital:Accounts:{account}.");
        }

        try
        {
            var client = clients.Get(account, settings);
            var endpoint = await client.Account.GetEndpointAsync(cancellationToken).ConfigureAwait(false);
            var info = await client.Account.GetInfoAsync(cancellationToken).ConfigureAwait(false);
            var name = info.Properties.FirstOrDefault(static property => string.Equals(property.Name, "Name", StringComparison.OrdinalIgnoreCase))?.Value;
            return new AccountCheck(account, IsConnected: true, endpoint, name, null);
        }
        catch (DotdigitalAuthenticationException refused)
        {
            return new AccountCheck(account, IsConnected: false, null, null, $"{refused.Message} Check Dotdigital:Accounts:{account}:UserName and Password, and that the API user is enabled.");
        }
        catch (DotdigitalException failed)
        {
            return new AccountCheck(account, IsConnected: false, null, null, failed.Message);
        }
    }
}

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>Clients made by the SDK's factory, which shares one rate limit an account.</summary>
internal sealed class AccountClients(IDotdigitalClientFactory factory) : IAccountClients
{
    public IDotdigitalClient Get(AccountId account, AccountSettings settings) => factory.Create(new DotdigitalAccountOptions
    {
        Name = account.Value,
        UserName = settings.UserName,
        Password = settings.Password,
        Endpoint = settings.Endpoint,
        IntegrationToken = settings.IntegrationToken,
    });
}

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>Gives the API client of an account; replace it to take credentials from elsewhere.</summary>
public interface IAccountClients
{
    /// <summary>The client of an account, made from its settings as they are now.</summary>
    IDotdigitalClient Get(AccountId account, AccountSettings settings);
}

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>Gives the API client of an account; replace it to take credentials from elsewhere.</summary>
public interface IAccountClients
{
    /// <summary>The client of an account, made from its settings as they are now: the stored ones over the configured ones, with the endpoint that was found (rule AC-1).</summary>
    IDotdigitalClient Get(AccountId account, AccountSettings settings);
}

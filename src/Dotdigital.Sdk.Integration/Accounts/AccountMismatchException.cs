using System.Globalization;
using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>
/// The API user belongs to another Dotdigital account than the one whose contacts and opt-outs are stored under this id: running it would take one
/// account's opt-outs for the other's. Nothing is sent.
/// </summary>
public sealed class AccountMismatchException : DotdigitalException
{
    /// <summary>Names the accounts.</summary>
    /// <param name="account">The host's id.</param>
    /// <param name="storedId">Dotdigital's id of the account whose state is stored.</param>
    /// <param name="foundId">Dotdigital's id of the account that the API user belongs to.</param>
    public AccountMismatchException(AccountId account, int storedId, int foundId)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"Account '{account}' has the state of Dotdigital account {storedId}, but its API user belongs to Dotdigital account {foundId}: use an API user of {storedId}, or add {foundId} under an id of its own.")) =>
        Account = account;

    /// <summary>The account.</summary>
    public AccountId Account { get; }
}

using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>Another run holds the account: what was asked needs it now and cannot be left for later.</summary>
public sealed class AccountBusyException : DotdigitalException
{
    /// <summary>Names the account.</summary>
    public AccountBusyException(AccountId account)
        : base($"Account '{account}' is held by another run; try again when it has ended.") => Account = account;

    /// <summary>The account.</summary>
    public AccountId Account { get; }
}

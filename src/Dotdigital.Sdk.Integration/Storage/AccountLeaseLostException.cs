using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Integration.Storage;

/// <summary>Another run took the account over after this one's lease lapsed; nothing of the refused commit was stored (rules BL-4, W-4).</summary>
public sealed class AccountLeaseLostException : DotdigitalException
{
    /// <summary>Names the account.</summary>
    public AccountLeaseLostException(AccountId account)
        : base($"The lease of account '{account}' was lost to another run; this run stops here and the other goes on.") => Account = account;

    /// <summary>The account.</summary>
    public AccountId Account { get; }
}

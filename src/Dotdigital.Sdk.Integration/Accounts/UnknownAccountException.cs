using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>A job was asked for an account that is not configured, or that is disabled.</summary>
public sealed class UnknownAccountException : DotdigitalException
{
    /// <summary>Names the account.</summary>
    public UnknownAccountException(AccountId account, string problem)
        : base($"Account '{account}' {problem}") => Account = account;

    /// <summary>The account.</summary>
    public AccountId Account { get; }
}

using Dotdigital.Sdk.Errors;

namespace Dotdigital.Sdk.Integration.Accounts;

/// <summary>An account was not changed; nothing was stored.</summary>
public sealed class AccountChangeException : DotdigitalException
{
    /// <summary>Says what is wrong, and the remedy.</summary>
    /// <param name="account">The account.</param>
    /// <param name="problem">Why.</param>
    /// <param name="explanation">What is wrong and what to do; continues "Account 'x' ".</param>
    public AccountChangeException(AccountId account, AccountChangeProblem problem, string explanation)
        : base($"Account '{account}' {explanation}") => (Account, Problem) = (account, problem);

    /// <summary>The account.</summary>
    public AccountId Account { get; }

    /// <summary>Why.</summary>
    public AccountChangeProblem Problem { get; }
}

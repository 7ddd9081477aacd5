using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.SingleSignOn;

/// <summary>Somebody could not sign in to Dotdigital. No code, state, secret or token is in it.</summary>
public sealed class SingleSignOnException : DotdigitalException
{
    /// <summary>Says what is wrong, and the remedy.</summary>
    /// <param name="account">The account; null when the callback does not tell which.</param>
    /// <param name="problem">Why.</param>
    /// <param name="explanation">What is wrong and what to do; continues "Account 'x' ", or "Single sign-on ".</param>
    public SingleSignOnException(AccountId? account, SingleSignOnProblem problem, string explanation)
        : base(account is { } named ? $"Account '{named}' {explanation}" : $"Single sign-on {explanation}") => (Account, Problem) = (account, problem);

    /// <summary>The account; null when the callback did not tell which.</summary>
    public AccountId? Account { get; }

    /// <summary>Why.</summary>
    public SingleSignOnProblem Problem { get; }
}

using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>Says why someone is or is not exported. Any process may call it; it asks neither Dotdigital nor the host.</summary>
public interface IContactExplainer
{
    /// <summary>Explains one person from what is stored: a few indexed look-ups a list.</summary>
    /// <param name="account">The account.</param>
    /// <param name="email">The person's address.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="UnknownAccountException">The account is not configured.</exception>
    /// <exception cref="ArgumentException">The email cannot be an address; the message never holds the value.</exception>
    Task<ContactExplanation> ExplainContactAsync(AccountId account, string email, CancellationToken cancellationToken = default);
}

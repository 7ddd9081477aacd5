using Dotdigital.Sdk.Integration.Accounts;

namespace Dotdigital.Sdk.Integration.Privacy;

/// <summary>A person's right to be forgotten and to know what is stored (rules PR-1, PR-2). Any process may call it, also while a run holds the account.</summary>
public interface IPrivacyService
{
    /// <summary>
    /// Forgets a person. From the moment that this returns the address is neither stored nor exported by any path; an item that still has it is set
    /// aside as <see cref="Storage.SetAsideReason.Forgotten"/>. What is stored is erased at once where the account is free, else by its next run; a
    /// batch that is on its way is followed to its end first. A no that Dotdigital has not heard is told to it (for the whole account) before it is
    /// erased. An item that opted out stays marked without the address. A keyed hash remains, until the person comes back through <see cref="OptOuts.ISubscriptionService.ResubscribeAsync"/>. Safe to repeat.
    /// </summary>
    /// <param name="email">The person's address.</param>
    /// <param name="options">Which account, and whether Dotdigital's contact goes too; all accounts and no, unless given.</param>
    /// <param name="cancellationToken">Cancels the call; what was asked for by then is done by the next runs.</param>
    /// <returns>One result an account.</returns>
    /// <exception cref="UnknownAccountException">The account is not configured.</exception>
    /// <exception cref="ArgumentException">The email cannot be an address; the message never holds the value.</exception>
    Task<IReadOnlyList<ForgetResult>> ForgetPersonAsync(string email, ForgetOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes all that is stored of a person as one JSON object in UTF-8: by account the contact with its data fields, memberships, opt-outs, set-aside
    /// items, values on their way to Dotdigital and to the host, activity, and events that wait for the host; of a forgotten person only that and when.
    /// </summary>
    /// <param name="email">The person's address.</param>
    /// <param name="output">Where to write; left open.</param>
    /// <param name="account">Only of this account; null for all that are configured.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    /// <exception cref="UnknownAccountException">The account is not configured.</exception>
    /// <exception cref="ArgumentException">The email cannot be an address; the message never holds the value.</exception>
    Task ExportPersonAsync(string email, Stream output, AccountId? account = null, CancellationToken cancellationToken = default);
}

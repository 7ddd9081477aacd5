using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.OptOuts;

/// <summary>What a person said to the host about being mailed: no (rule OP-3), or yes again (rule OP-5). Any process may call it, also while a run holds the account.</summary>
public interface ISubscriptionService
{
    /// <summary>
    /// Keeps a person's no and asks for a cycle, which tells Dotdigital first of all; from now on the item is not exported (rule OP-3). Saying it
    /// twice is saying it once. Nothing is called here: Dotdigital may be out of reach.
    /// </summary>
    /// <param name="account">The account; one that is disabled keeps the no until it runs again.</param>
    /// <param name="listName">The marketing list; it need not be connected yet.</param>
    /// <param name="itemId">The item's id in that list.</param>
    /// <param name="email">The address that the person no longer wants mail at.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="UnknownAccountException">The account is not configured.</exception>
    /// <exception cref="MarketingListException">No list of this name is declared.</exception>
    /// <exception cref="ArgumentException">An argument is blank, or the email cannot be an address; the message never holds the value.</exception>
    Task OptOutAsync(AccountId account, string listName, string itemId, string email, CancellationToken cancellationToken = default);

    /// <summary>
    /// Asks Dotdigital to let a person back in, who may have to confirm by mail: the only door, and only at the person's own request (rule OP-5).
    /// The answer is returned, kept, and told to the host as <see cref="Events.ResubscriptionAnswered"/> in the next run. Nothing that opted out in
    /// Dotdigital is set free here: that the person is back is learnt from Dotdigital by the next read of contacts, which tells
    /// <see cref="Events.ContactReachableAgain"/> and lets exports go on. Only a no to the list that Dotdigital has no opt-out for, since the person was not in the book or had another
    /// address, ends with an answer of <see cref="ResubscribeOutcome.Added"/>, if it was said before <see cref="ResubscribeEvidence.RequestedAt"/>; that answer is then all that is told.
    /// An item that said no under another address, and got this one since its list was last read, is not known by it yet: its no stands until it is asked for again after the next cycle. The host must clear an opt-out of its own (the list's opt-out rule) first:
    /// the next cycle else tells Dotdigital that no again, since an opt-out wins.
    /// </summary>
    /// <param name="account">The account.</param>
    /// <param name="email">The person's address.</param>
    /// <param name="evidence">What the person did to ask for it.</param>
    /// <param name="listName">The connected list whose address book the person asks for; null for the account as a whole.</param>
    /// <param name="cancellationToken">Cancels the call; an answer that has come is stored all the same.</param>
    /// <returns>What Dotdigital answered. The request is sent once: when no answer comes, what went wrong is thrown and nothing is stored, and the person may have been let in.</returns>
    /// <exception cref="UnknownAccountException">The account is not configured, or disabled.</exception>
    /// <exception cref="MarketingListException">No list of this name is declared, or it is not connected.</exception>
    /// <exception cref="ArgumentException">The evidence has no description, or the email cannot be an address; the message never holds the value.</exception>
    /// <exception cref="Errors.DotdigitalException">Dotdigital refused the request or did not answer.</exception>
    Task<ResubscribeAnswer> ResubscribeAsync(AccountId account, string email, ResubscribeEvidence evidence, string? listName = null, CancellationToken cancellationToken = default);
}

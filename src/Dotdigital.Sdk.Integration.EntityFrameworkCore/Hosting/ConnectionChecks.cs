using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.MarketingLists;

namespace Dotdigital.Sdk.Integration.EntityFrameworkCore.Hosting;

/// <summary>What is wrong with where a list is to be connected.</summary>
internal static class ConnectionChecks
{
    private const int MaxAddressBookLength = 128;

    /// <summary>Tells the mistakes of <c>.ConnectTo</c>.</summary>
    /// <param name="connection">What was declared, or null.</param>
    /// <param name="others">The lists that are declared already.</param>
    /// <param name="mistakes">Where to tell them.</param>
    /// <returns>The account, when one is named.</returns>
    public static AccountId? Check((string Account, string AddressBook, bool Create)? connection, IReadOnlyCollection<MarketingList> others, List<string> mistakes)
    {
        if (connection is not var (account, addressBook, _))
        {
            return null;
        }

        var book = addressBook?.Trim();
        if (string.IsNullOrEmpty(book) || book.Length > MaxAddressBookLength)
        {
            mistakes.Add($"The address book's name must have 1 to {MaxAddressBookLength} characters: correct it in .ConnectTo.");
        }
        else if (DataFieldNames.ReservedBooks.Contains(book))
        {
            mistakes.Add($"The address book '{book}' is reserved by Dotdigital: connect to another one (rule CN-1).");
        }

        if (string.IsNullOrWhiteSpace(account) || account.Length > 64)
        {
            mistakes.Add("The account's id must have 1 to 64 characters: correct it in .ConnectTo.");
            return null;
        }

        var id = new AccountId(account);
        if (others.FirstOrDefault(other => other.Account == id && string.Equals(other.AddressBook, book, StringComparison.OrdinalIgnoreCase)) is { } taken)
        {
            mistakes.Add($"The address book '{book}' is already connected to the list '{taken.Name}': a book has one list (rule CN-1).");
        }

        return id;
    }
}

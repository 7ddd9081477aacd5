namespace Dotdigital.Sdk.Emulator.Accounts;

/// <summary>Contacts joining and leaving address books, and the counts that go with it.</summary>
internal static class Memberships
{
    /// <summary>Puts a contact into a book; somebody who unsubscribed from it is left as they are.</summary>
    /// <returns>False if the person unsubscribed from the book.</returns>
    public static bool Join(AccountState account, Contact contact, AddressBook book, long now)
    {
        var index = contact.IndexOfBook(book.Id);
        if (index >= 0)
        {
            return contact.Memberships[index].Status != MembershipStatus.Suppressed;
        }

        Set(account, contact, book, MembershipStatus.Subscribed, now);
        return true;
    }

    public static void Set(AccountState account, Contact contact, AddressBook book, MembershipStatus status, long now)
    {
        var index = contact.IndexOfBook(book.Id);
        if (index < 0)
        {
            Membership[] grown = [.. contact.Memberships, new Membership(book.Id, status, now)];
            contact.Memberships = grown;
            book.Add(contact.Id);
        }
        else
        {
            if (contact.Memberships[index].Status == MembershipStatus.Subscribed)
            {
                book.Subscribed--;
            }

            contact.Memberships[index] = new Membership(book.Id, status, now);
        }

        if (status == MembershipStatus.Subscribed)
        {
            book.Subscribed++;
        }

        if (account.Behaviour.MembershipMovesModified)
        {
            account.Contacts.Touch(contact, now);
        }
    }

    /// <summary>Takes a contact out of a book. An unsubscription from the book outlives that (it is not membership).</summary>
    /// <returns>False if the contact was not in the book.</returns>
    public static bool Leave(AccountState account, Contact contact, AddressBook book, long now)
    {
        var index = contact.IndexOfBook(book.Id);
        if (index < 0 || contact.Memberships[index].Status == MembershipStatus.Suppressed)
        {
            return false;
        }

        Forget(account, contact, book.Id, now);
        return true;
    }

    public static void Forget(AccountState account, Contact contact, int bookId, long now)
    {
        var index = contact.IndexOfBook(bookId);
        if (index < 0)
        {
            return;
        }

        if (account.Book(bookId) is { } book)
        {
            book.Remove(contact.Id);
            if (contact.Memberships[index].Status == MembershipStatus.Subscribed)
            {
                book.Subscribed--;
            }
        }

        contact.Memberships = [.. contact.Memberships.Where(membership => membership.BookId != bookId)];
        if (account.Behaviour.MembershipMovesModified)
        {
            account.Contacts.Touch(contact, now);
        }
    }

    /// <summary>Counts and lists a contact's memberships in their books, as after its creation or before its deletion.</summary>
    public static void Enlist(AccountState account, Contact contact)
    {
        foreach (var membership in contact.Memberships)
        {
            if (account.Book(membership.BookId) is { } book)
            {
                book.Add(contact.Id);
                book.Subscribed += membership.Status == MembershipStatus.Subscribed ? 1 : 0;
            }
        }
    }

    public static void Delist(AccountState account, Contact contact)
    {
        foreach (var membership in contact.Memberships)
        {
            if (account.Book(membership.BookId) is { } book)
            {
                book.Remove(contact.Id);
                book.Subscribed -= membership.Status == MembershipStatus.Subscribed ? 1 : 0;
            }
        }
    }
}

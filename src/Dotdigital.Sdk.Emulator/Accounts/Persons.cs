using Dotdigital.Sdk.Emulator.DataFields;

namespace Dotdigital.Sdk.Emulator.Accounts;

/// <summary>
/// Every change of a person's reachability, in one place, so that each request can be judged: opting out, coming back,
/// being created and deleted. An opt-out clings to the address and outlives the contact.
/// </summary>
internal static class Persons
{
    public static Contact Create(AccountState account, string? email, string? mobile, long now)
    {
        var contact = account.Contacts.Create(email, mobile, now);
        foreach (var field in account.Fields.All)
        {
            if (field.Default is { } value)
            {
                contact.Set(field.Column, value);
            }
        }

        contact.StatusSince = now;
        if (email is not null && account.Contacts.Ghosts.TryGetValue(email, out var ghost))
        {
            account.Contacts.Forget(email);
            contact.Status = ghost.Status == EmulatedStatus.Deleted ? EmulatedStatus.Subscribed : ghost.Status;
            contact.StatusSince = ghost.StatusSince;
            contact.Memberships = [.. ghost.Memberships.Where(m => m.Status == MembershipStatus.Suppressed && account.Book(m.BookId) is not null)];
            Memberships.Enlist(account, contact);
            Rewrite(account, ghost, contact);
        }

        if (StatusRules.IsReachable(contact.Status))
        {
            StampSubscribed(account, contact, now);
        }

        return contact;
    }

    public static void Delete(AccountState account, Contact contact)
    {
        Memberships.Delist(account, contact);
        var optedOut = StatusRules.IsOptedOut(contact.Status) || contact.Memberships.Any(m => m.Status == MembershipStatus.Suppressed);
        account.Contacts.Delete(contact, optedOut);
    }

    /// <summary>Sets the contact's own status; an opt-out is logged with its instant.</summary>
    public static void SetStatus(AccountState account, Contact contact, EmulatedStatus status, long now)
    {
        if (contact.Status == status)
        {
            return;
        }

        contact.Status = status;
        contact.StatusSince = now;
        if (StatusRules.IsOptedOut(status))
        {
            account.OptOuts.Add(new OptOut(now, contact, 0, status));
        }

        account.Contacts.Touch(contact, now);
    }

    public static void UnsubscribeFromBook(AccountState account, Contact contact, AddressBook book, long now)
    {
        var index = contact.IndexOfBook(book.Id);
        if (index >= 0 && contact.Memberships[index].Status == MembershipStatus.Suppressed)
        {
            return;
        }

        Memberships.Set(account, contact, book, MembershipStatus.Suppressed, now);
        account.OptOuts.Add(new OptOut(now, contact, book.Id, EmulatedStatus.Unsubscribed));
    }

    /// <summary>Makes a person reachable again. Anything but a resubscribe operation or the person's own act is a violation.</summary>
    public static void MakeReachable(AccountState account, Contact contact, AddressBook? book, long now, string operation, bool isExplicit)
    {
        if (!StatusRules.IsReachable(contact.Status))
        {
            Judge(account, contact, null, now, operation, isExplicit, $"was {contact.Status} in the account");
        }

        if (!StatusRules.IsReachable(contact.Status))
        {
            SetStatus(account, contact, EmulatedStatus.Subscribed, now);
        }

        if (book is not null)
        {
            var index = contact.IndexOfBook(book.Id);
            if (index >= 0 && contact.Memberships[index].Status == MembershipStatus.Suppressed)
            {
                Judge(account, contact, book, now, operation, isExplicit, $"was unsubscribed from '{book.Name}'");
            }

            if (index < 0 || contact.Memberships[index].Status != MembershipStatus.Subscribed)
            {
                Memberships.Set(account, contact, book, MembershipStatus.Subscribed, now);
            }
        }

        if (isExplicit && contact.Email is { } email)
        {
            account.KnownOptOuts.End(email, book?.Id ?? 0);
        }

        StampSubscribed(account, contact, now);
        account.Contacts.Touch(contact, now);
    }

    /// <summary>Moves a person to another address. An opt-out under either address holds for both afterwards.</summary>
    public static void Rename(AccountState account, Contact contact, string email, long now)
    {
        if (account.Contacts.Ghosts.TryGetValue(email, out var ghost))
        {
            account.Contacts.Forget(email);
            contact.Status = ghost.Status == EmulatedStatus.Deleted ? contact.Status : ghost.Status;
            contact.StatusSince = ghost.StatusSince;
            foreach (var membership in ghost.Memberships.Where(m => m.Status == MembershipStatus.Suppressed))
            {
                if (account.Book(membership.BookId) is { } book)
                {
                    UnsubscribeFromBook(account, contact, book, now);
                }
            }

            Rewrite(account, ghost, contact);
        }

        if (contact.Email is { } old && StatusRules.IsOptedOut(contact.Status))
        {
            account.Contacts.RestoreGhost(new Contact { Id = contact.Id, Email = old, Status = contact.Status, StatusSince = contact.StatusSince, IsDeleted = true });
        }

        account.Contacts.Rename(contact, email);
        account.Contacts.Touch(contact, now);
    }

    public static void StampSubscribed(AccountState account, Contact contact, long now)
    {
        if (account.Fields.LastSubscribed is { } field)
        {
            contact.Set(field.Column, field.Intern(DataFieldValue.Date(now)));
        }
    }

    private static void Judge(AccountState account, Contact contact, AddressBook? book, long now, string operation, bool isExplicit, string was)
    {
        if (!isExplicit)
        {
            account.Violations.Add(new Violation(
                new DateTimeOffset(now, TimeSpan.Zero), operation, ViolationKind.MadeReachable, contact.Email, book?.Id, $"{contact.Email} {was} and was made reachable by {operation}"));
        }
    }

    /// <summary>The log's entries of a deleted contact now speak of the one that took its address.</summary>
    private static void Rewrite(AccountState account, Contact from, Contact to)
    {
        for (var i = 0; i < account.OptOuts.Count; i++)
        {
            if (ReferenceEquals(account.OptOuts[i].Contact, from))
            {
                account.OptOuts[i] = account.OptOuts[i] with { Contact = to };
            }
        }
    }
}

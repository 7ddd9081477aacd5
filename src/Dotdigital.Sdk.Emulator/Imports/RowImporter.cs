using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.DataFields;
using Dotdigital.Sdk.Emulator.Http;

namespace Dotdigital.Sdk.Emulator.Imports;

/// <summary>What v2 imports do with one row, whatever format it came in.</summary>
internal sealed class RowImporter
{
    private readonly AccountState _account;
    private readonly ImportJob _job;
    private readonly AddressBook[] _books;
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    public RowImporter(AccountState account, ImportJob job)
    {
        _account = account;
        _job = job;
        _books = [.. job.BookIds.Select(id => account.Book(id)).OfType<AddressBook>()];
    }

    /// <summary>Why the row of this email is not processed; null if it is.</summary>
    public string? Refusal(ReadOnlySpan<char> email)
    {
        if (!EmailAddress.IsValid(email))
        {
            return "Invalid Email";
        }

        var seen = _seen.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!seen.Add(email))
        {
            return "Duplicate";
        }

        if (_job.Directive is { Refused.Count: > 0 } directive && directive.Refused.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(email, out var reason))
        {
            return reason;
        }

        var contact = _account.Contacts.ByEmail(email);
        if (contact is null && _account.Contacts.Ghosts.Count > 0)
        {
            contact = _account.Contacts.Ghosts.GetValueOrDefault(email.ToString());
        }

        return contact is null ? null : StatusRefusal(contact);
    }

    public void Refuse(string reason) => _job.Report.Counts[ImportReport.CounterOf(reason)]++;

    /// <summary>The contact of a row that is processed, created if it is new.</summary>
    public Contact Accept(ReadOnlySpan<char> email)
    {
        var contact = _account.Contacts.ByEmail(email);
        if (contact is null)
        {
            contact = Persons.Create(_account, email.ToString(), null, _job.Due);
            _job.Report.Counts[ImportReport.New]++;
        }
        else
        {
            _account.Contacts.Touch(contact, _job.Due);
            _job.Report.Counts[ImportReport.Updated]++;
        }

        foreach (var book in _books)
        {
            Memberships.Join(_account, contact, book, _job.Due);
        }

        return contact;
    }

    /// <summary>Writes a normalised value (null: blank) by the rules of the merge option.</summary>
    public void Write(Contact contact, DataField field, string? value)
    {
        if (field.IsServerSet)
        {
            return;
        }

        switch (_job.MergeOption)
        {
            case MergeOption.Overwrite when value is not null || _account.Behaviour.BlankClears:
            case MergeOption.OverwriteIfNotEmpty when value is not null:
            case MergeOption.OverwriteIfEmpty when value is not null && contact[field.Column] is null:
                contact.Set(field.Column, value);
                break;
        }
    }

    public void WriteOptIn(Contact contact, ReadOnlySpan<char> text, bool isNew)
    {
        if (!Enum.TryParse<OptInType>(text, ignoreCase: true, out var type) || !Enum.IsDefined(type))
        {
            return;
        }

        contact.OptInType = type;
        if (isNew && type == OptInType.VerifiedDouble && contact.Status == EmulatedStatus.Subscribed)
        {
            Persons.SetStatus(_account, contact, EmulatedStatus.PendingOptIn, _job.Due);
        }
    }

    public static void WriteEmailType(Contact contact, ReadOnlySpan<char> text)
    {
        if (Enum.TryParse<EmailType>(text, ignoreCase: true, out var type) && Enum.IsDefined(type))
        {
            contact.EmailType = type;
        }
    }

    private string? StatusRefusal(Contact contact)
    {
        switch (contact.Status)
        {
            case EmulatedStatus.Unsubscribed:
                return "Unsubscribed";
            case EmulatedStatus.HardBounced or EmulatedStatus.NoMxRecord:
                return "Hard bounced";
            case EmulatedStatus.IspComplained or EmulatedStatus.DirectComplaint:
                return "Isp Complaints";
            case EmulatedStatus.MailBlocked:
                return "Mail blocked";
            case EmulatedStatus.SharedSuppression:
                return "Globally Suppressed";
            case EmulatedStatus.DomainSuppression:
                return "Domain Suppressed";
            case EmulatedStatus.Suppressed:
                return "Suppressed by you";
            case EmulatedStatus.NotAllowed:
                return "Blocked";
        }

        foreach (var book in _books)
        {
            var index = contact.IndexOfBook(book.Id);
            if (index >= 0 && contact.Memberships[index].Status == MembershipStatus.Suppressed)
            {
                return "Unsubscribed";
            }
        }

        return null;
    }
}

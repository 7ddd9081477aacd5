using System.Globalization;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.DataFields;

namespace Dotdigital.Sdk.Emulator.Control;

/// <summary>Control commands on people: what a marketer or the person does in Dotdigital itself.</summary>
internal static class ContactCommands
{
    public static EmulatedContact Add(ControlContext context, AddContactArgs args)
    {
        var account = context.Account;
        if (args.Email is { } email && account.Contacts.ByEmail(email) is not null)
        {
            throw new ArgumentException($"There is already a contact '{email}'.", nameof(args));
        }

        if (args is { Email: null, MobileNumber: null })
        {
            throw new ArgumentException("A contact needs an email or a mobile number.", nameof(args));
        }

        var contact = Persons.Create(account, args.Email, args.MobileNumber, context.Now);
        Fill(context, contact, args.AddressBookIds, args.DataFields, null);
        if (args.Status != EmulatedStatus.Subscribed)
        {
            Persons.SetStatus(account, contact, args.Status, context.Now);
        }

        return Snapshot(account, contact);
    }

    public static int AddMany(ControlContext context, AddContactsArgs args)
    {
        var added = 0;
        for (var i = args.First; i < args.First + args.Count; i++)
        {
            var number = i.ToString(CultureInfo.InvariantCulture);
            var email = args.Pattern.Replace("{0}", number, StringComparison.Ordinal);
            if (context.Account.Contacts.ByEmail(email) is null)
            {
                Fill(context, Persons.Create(context.Account, email, null, context.Now), args.AddressBookIds, args.DataFields, number);
                added++;
            }
        }

        return added;
    }

    public static bool SetField(ControlContext context, SetFieldArgs args)
    {
        var contact = context.Contact(args.Email);
        SetField(context, contact, args.Name, args.Value);
        context.Account.Contacts.Touch(contact, context.Now);
        return true;
    }

    public static bool ChangeEmail(ControlContext context, RenameArgs args)
    {
        var contact = context.Contact(args.Email);
        if (context.Account.Contacts.ByEmail(args.NewEmail) is { } other && !ReferenceEquals(other, contact))
        {
            throw new ArgumentException($"There is already a contact '{args.NewEmail}'.", nameof(args));
        }

        Persons.Rename(context.Account, contact, args.NewEmail, context.Now);
        return true;
    }

    public static bool Delete(ControlContext context, PersonArgs args)
    {
        Persons.Delete(context.Account, context.Contact(args.Email));
        return true;
    }

    public static bool AddToBook(ControlContext context, PersonArgs args)
        => Memberships.Join(context.Account, context.Contact(args.Email), context.Book(args.AddressBookId ?? 0), context.Now);

    public static bool RemoveFromBook(ControlContext context, PersonArgs args)
        => Memberships.Leave(context.Account, context.Contact(args.Email), context.Book(args.AddressBookId ?? 0), context.Now);

    public static EmulatedContact? Get(ControlContext context, PersonArgs args)
        => context.Account.Contacts.ByEmail(args.Email) is { } contact ? Snapshot(context.Account, contact) : null;

    public static IReadOnlyList<EmulatedContact> All(ControlContext context, PageArgs args)
        => [.. Enumerable.Range(0, context.Account.Contacts.Slots).Select(context.Account.Contacts.At).OfType<Contact>().Skip(args.Skip).Take(args.Take).Select(c => Snapshot(context.Account, c))];

    private static void Fill(ControlContext context, Contact contact, IReadOnlyList<int>? books, IReadOnlyDictionary<string, string?>? fields, string? number)
    {
        foreach (var id in books ?? [])
        {
            Memberships.Join(context.Account, contact, context.Book(id), context.Now);
        }

        foreach (var (name, value) in fields ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            SetField(context, contact, name, number is null ? value : value?.Replace("{0}", number, StringComparison.Ordinal));
        }
    }

    private static void SetField(ControlContext context, Contact contact, string name, string? value)
    {
        var field = FieldCommands.Find(context, name);
        contact.Set(field.Column, field.TryNormalise(value, out var canonical)
            ? canonical
            : throw new ArgumentException($"'{value}' does not fit the data field '{name}' of type {field.Type}.", nameof(value)));
    }

    private static EmulatedContact Snapshot(AccountState account, Contact contact)
    {
        var values = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in account.Fields.All)
        {
            if (contact[field.Column] is { } value)
            {
                values.Add(field.Name, Typed(field.Type, value));
            }
        }

        return new EmulatedContact(
            contact.Id, contact.Email, contact.Status, Instant(contact.StatusSince), contact.OptInType.ToString(), contact.EmailType.ToString(),
            Instant(contact.Created), Instant(contact.Modified), [.. contact.Memberships.Select(m => new EmulatedMembership(m.BookId, m.Status, Instant(m.Since)))], values);
    }

    private static object Typed(DataFieldType type, string value) => type switch
    {
        DataFieldType.Numeric => decimal.Parse(value, CultureInfo.InvariantCulture),
        DataFieldType.Boolean => value[0] == 't',
        DataFieldType.Date => DateTime.ParseExact(value, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        _ => value,
    };

    private static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);
}

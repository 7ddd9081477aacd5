using Dotdigital.Sdk.Emulator.Accounts;

namespace Dotdigital.Sdk.Emulator.Persistence;

/// <summary>The contacts, deleted ones whose opt-out lives on included, each with a number for what refers to it.</summary>
internal static class ContactSnapshot
{
    public static Dictionary<Contact, int> Write(BinaryWriter writer, AccountState account)
    {
        var numbers = new Dictionary<Contact, int>();
        Contact[] all = [.. Enumerable.Range(0, account.Contacts.Slots).Select(account.Contacts.At).OfType<Contact>(), .. account.Contacts.Ghosts.Values];
        writer.Write(account.Contacts.Slots);
        AccountSnapshot.Many(writer, all, contact =>
        {
            numbers.Add(contact, numbers.Count);
            Write(writer, contact);
        });
        return numbers;
    }

    public static List<Contact> Read(BinaryReader reader, AccountState account)
    {
        var slots = reader.ReadInt32();
        var all = new List<Contact>();
        AccountSnapshot.Many(reader, () =>
        {
            var contact = Read(reader);
            all.Add(contact);
            Intern(account, contact);
            if (contact.IsDeleted)
            {
                account.Contacts.RestoreGhost(contact);
            }
            else
            {
                account.Contacts.Restore(contact);
                Memberships.Enlist(account, contact);
            }
        });
        account.Contacts.RestoreChanges(slots);
        return all;
    }

    private static void Intern(AccountState account, Contact contact)
    {
        foreach (var field in account.Fields.All)
        {
            if (contact[field.Column] is { } value)
            {
                contact.Set(field.Column, field.Intern(value));
            }
        }
    }

    private static void Write(BinaryWriter writer, Contact contact)
    {
        writer.Write(contact.Id);
        AccountSnapshot.WriteText(writer, contact.Email);
        AccountSnapshot.WriteText(writer, contact.MobileNumber);
        writer.Write((byte)contact.Status);
        writer.Write(contact.StatusSince);
        writer.Write((byte)contact.OptInType);
        writer.Write((byte)contact.EmailType);
        writer.Write(contact.Created);
        writer.Write(contact.Modified);
        writer.Write(contact.ModifiedSequence);
        writer.Write(contact.IsDeleted);
        AccountSnapshot.Many(writer, contact.Values, value => AccountSnapshot.WriteText(writer, value));
        AccountSnapshot.Many(writer, contact.Memberships, membership =>
        {
            writer.Write(membership.BookId);
            writer.Write((byte)membership.Status);
            writer.Write(membership.Since);
        });
        AccountSnapshot.Many(writer, contact.Consents ?? [], consent =>
        {
            writer.Write(consent.Text);
            writer.Write(consent.Url);
            writer.Write(consent.Consented);
            writer.Write(consent.IpAddress);
            writer.Write(consent.UserAgent);
            writer.Write(consent.Created);
        });
    }

    private static Contact Read(BinaryReader reader)
    {
        var id = reader.ReadInt32();
        var email = AccountSnapshot.ReadText(reader);
        var mobile = AccountSnapshot.ReadText(reader);
        var status = (EmulatedStatus)reader.ReadByte();
        var since = reader.ReadInt64();
        var optIn = (OptInType)reader.ReadByte();
        var emailType = (EmailType)reader.ReadByte();
        var contact = new Contact
        {
            Id = id,
            Email = email,
            MobileNumber = mobile,
            Status = status,
            StatusSince = since,
            OptInType = optIn,
            EmailType = emailType,
            Created = reader.ReadInt64(),
            Modified = reader.ReadInt64(),
            ModifiedSequence = reader.ReadInt32(),
            IsDeleted = reader.ReadBoolean(),
        };
        contact.Values = new string?[reader.ReadInt32()];
        for (var i = 0; i < contact.Values.Length; i++)
        {
            contact.Values[i] = AccountSnapshot.ReadText(reader);
        }

        contact.Memberships = new Membership[reader.ReadInt32()];
        for (var i = 0; i < contact.Memberships.Length; i++)
        {
            contact.Memberships[i] = new Membership(reader.ReadInt32(), (MembershipStatus)reader.ReadByte(), reader.ReadInt64());
        }

        AccountSnapshot.Many(reader, () => (contact.Consents ??= []).Add(new ConsentRecord(
            reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadInt64())));
        return contact;
    }
}

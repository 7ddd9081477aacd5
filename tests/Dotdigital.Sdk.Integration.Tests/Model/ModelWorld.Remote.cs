using System.Globalization;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Emulator.Control;
using Dotdigital.Sdk.Integration.Storage;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>What marketers and recipients do in Dotdigital.</summary>
internal sealed partial class ModelWorld
{
    private static readonly EmulatedStatus[] Ends =
    [
        EmulatedStatus.Unsubscribed, EmulatedStatus.Suppressed, EmulatedStatus.HardBounced, EmulatedStatus.IspComplained, EmulatedStatus.SoftBounced, EmulatedStatus.MailBlocked,
        EmulatedStatus.SharedSuppression,
    ];

    private void RemoteAdd(string address, int book)
    {
        var contact = Remote.Contact(address);
        if (contact is null)
        {
            var added = Remote.AddContact(address, [book], new Dictionary<string, string?>(StringComparer.Ordinal) { ["FIRSTNAME"] = "Marketer" });
            Facts.Put.Add((added.Id, book));

            // All values of a contact that a marketer made are the marketer's.
            foreach (var field in ModelMappings.DataFields)
            {
                Facts.Edited[(added.Id, field)] = (field == "FIRSTNAME" ? "Marketer" : null, HostValues(address));
            }
        }
        else if (Remote.AddToAddressBook(address, book))
        {
            Facts.Put.Add((contact.Id, book));
        }
    }

    private void RemoteEdit(string address, int field, int value)
    {
        if (Remote.Contact(address) is not { } contact)
        {
            return;
        }

        var name = ModelMappings.DataFields[field % ModelMappings.DataFields.Count];
        var (text, typed) = name switch
        {
            "POINTS" => (Numbers[value % Numbers.Length].ToString(CultureInfo.InvariantCulture), (object)Numbers[value % Numbers.Length]),
            "VIP" => (value % 2 == 0 ? "true" : "false", value % 2 == 0),
            _ => ("M-" + Texts[value % Texts.Length].Trim(), "M-" + Texts[value % Texts.Length].Trim()),
        };
        Remote.SetDataField(address, name, value % 9 == 8 ? null : text);
        Facts.Edited[(contact.Id, name)] = (value % 9 == 8 ? null : typed, HostValues(address));
    }

    /// <summary>The values that the host has for an address now, by person.</summary>
    private Dictionary<string, object?[]> HostValues(string address) =>
        Host.People.Values.Where(person => person.Address == address).ToDictionary(static person => person.Id, static person => person.AllValues(), StringComparer.Ordinal);

    private void RemoteLeave(string address, int book, int? campaign = null)
    {
        if (Remote.Contact(address) is not null)
        {
            Remote.Unsubscribe(address, book, campaign);
            Facts.Say(address, book, isUndeliverable: false, Host.Tick());
        }
    }

    private void RemoteNo(string address, EmulatedStatus status)
    {
        if (Remote.Contact(address) is { } contact && contact.Status is EmulatedStatus.Subscribed or EmulatedStatus.SoftBounced)
        {
            Remote.Suppress(address, status);
            if (status != EmulatedStatus.SoftBounced)
            {
                Facts.Say(address, null, status is EmulatedStatus.HardBounced or EmulatedStatus.NoMxRecord, Host.Tick());
            }
        }
    }

    private void RemoteReturn(string address, int book)
    {
        if (Remote.Contact(address) is not { } contact)
        {
            return;
        }

        // A person's own act comes later than what it undoes.
        Emulator.Clock.Advance(TimeSpan.FromSeconds(2));
        Remote.Resubscribe(address, book);
        Facts.Return(address, book);
        foreach (var name in Facts.NamesOf.GetValueOrDefault(contact.Id) ?? [])
        {
            // Taken back before anybody read of it: no read will ever tell that the contact said no under the address that it had then.
            foreach (var no in Facts.Of(name).Where(no => !no.IsKnown && (no.Book is null || no.Book == book)))
            {
                no.IsOver = true;
            }
        }

        Remote.OptOutOver(address, book);
        Facts.Put.Add((contact.Id, book));
        Facts.Taken.Remove((address, book));
        Host.Tick();
    }

    private void RemoteRemove(string address, int book)
    {
        if (Remote.Contact(address) is { } contact && Remote.RemoveFromAddressBook(address, book))
        {
            Facts.Take(contact.Id, address, book);
            Facts.Put.Remove((contact.Id, book));
        }
    }

    private async Task RemoteRenameAsync(string address, string newAddress)
    {
        if (address != newAddress && Remote.Contact(address) is { } contact && Remote.Contact(newAddress) is null)
        {
            var stored = (await ReadAsync(unit => unit.Contacts.FindByRemoteIdAsync([contact.Id], CancellationToken.None))).SingleOrDefault();
            Remote.ChangeEmail(address, newAddress);
            Facts.Put.UnionWith(contact.Memberships.Select(membership => (contact.Id, membership.AddressBookId)));
            Facts.NamesOf.TryAdd(contact.Id, new HashSet<string>(StringComparer.Ordinal));
            Facts.NamesOf[contact.Id].UnionWith([address, newAddress]);
            Facts.Rename(address, newAddress, Host.Tick());
            foreach (var no in Facts.Of(newAddress).Where(no => !no.IsUndeliverable))
            {
                // An opt-out under either address holds for both.
                Facts.EverNo.Add(address);
            }

            if (stored is not null && stored.Email.Value != address)
            {
                // Nobody will ever be told that the contact had this address: its noes are the next one's alone.
                foreach (var no in Facts.Of(address).Where(static no => !no.IsKnown))
                {
                    no.IsOver = true;
                }
            }
        }
    }

    private void RemoteDelete(string address)
    {
        if (Remote.Contact(address) is { } contact)
        {
            Remote.DeleteContact(address);
            foreach (var book in contact.Memberships.Select(static membership => membership.AddressBookId).Append(0))
            {
                Facts.Take(contact.Id, address, book);
            }
        }
    }

    private void SendCampaign(int book)
    {
        var id = Remote.CreateCampaign(string.Create(CultureInfo.InvariantCulture, $"Campaign {Facts.Campaigns.Count}"));
        Remote.SendCampaign(id, book);
        Facts.Campaigns[id] = [book];
        foreach (var recipient in Recipients(id))
        {
            Facts.Count(id, recipient.Id, MarketingActivityKind.Send);
        }
    }

    private IEnumerable<EmulatedContact> Recipients(int campaign) =>
        Remote.Campaigns.Single(sent => sent.Id == campaign).Recipients.Select(Remote.Contact).OfType<EmulatedContact>();

    private void Act(int who, int campaign, int what)
    {
        if (Facts.Campaigns.Count == 0)
        {
            return;
        }

        var id = Facts.Campaigns.Keys.Order().ElementAt(campaign % Facts.Campaigns.Count);
        var recipients = Recipients(id).Where(contact => Facts.Activity.ContainsKey((id, contact.Id, MarketingActivityKind.Send))).ToList();
        if (recipients.Count == 0)
        {
            return;
        }

        var recipient = recipients[who % recipients.Count];
        switch (what % 5)
        {
            case 0 or 1:
                Remote.Open(id, recipient.Email!);
                Facts.Count(id, recipient.Id, MarketingActivityKind.Open);
                break;
            case 2:
                Remote.Click(id, recipient.Email!, "https://www.example.com/offer");
                Facts.Count(id, recipient.Id, MarketingActivityKind.Click);
                break;
            case 3:
                Remote.SoftBounce(recipient.Email!, id);
                Facts.Count(id, recipient.Id, MarketingActivityKind.SoftBounce, isOnce: true);
                break;
            default:
                RemoteLeave(recipient.Email!, Facts.Campaigns[id].First(), id);
                Facts.Count(id, recipient.Id, MarketingActivityKind.Unsubscribe, isOnce: true);
                break;
        }
    }
}

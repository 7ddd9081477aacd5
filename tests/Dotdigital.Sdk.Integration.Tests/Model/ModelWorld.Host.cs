using System.Globalization;
using Dotdigital.Sdk.Emulator.Accounts;
using Dotdigital.Sdk.Errors;
using Dotdigital.Sdk.Integration.OptOuts;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Integration.Tests.Model;

/// <summary>What the host and its people do.</summary>
internal sealed partial class ModelWorld
{
    private static readonly string[] Texts = ["Paris", "Berlin ", " Rome", "\u0141\u00f3d\u017a", "O'Brien, \"x\"", "=1+1", "Z\u00fcrich"];
    private static readonly decimal[] Numbers = [0m, 1.50m, -3.25m, 1_000_000m, 42m];

    /// <summary>A value of a host's field.</summary>
    public static object ValueOf(string field, int number) => field switch
    {
        "Points" => Numbers[number % Numbers.Length],
        "IsVip" => number % 2 == 0,
        _ => Texts[number % Texts.Length],
    };

    /// <summary>An email as people type it; some cannot be used.</summary>
    private static string? Email(int number) => (number % 30) switch
    {
        29 => null,
        28 => "not-an-address",
        >= 24 => Address(number).ToUpperInvariant(),
        >= 20 => $" {Address(number)} ",
        _ => Address(number),
    };

    private void Insert(int who, int lists)
    {
        var id = PersonId(who);
        if (Host.People.ContainsKey(id))
        {
            Move(who, lists);
            return;
        }

        var person = new ModelPerson(id) { Email = Address(who) };
        foreach (var field in ModelMappings.Fields)
        {
            person.Values[field] = ValueOf(field, who);
        }

        person.Values["FirstName"] = string.Create(CultureInfo.InvariantCulture, $"First{who}");
        Host.People[id] = person;
        Host.NoteAddress(person);
        Move(who, lists);
    }

    private async Task InsertAsync(int who, int lists)
    {
        Insert(who, lists);
        await Host.Changed([PersonId(who)]);
    }

    private async Task DeleteAsync(int who)
    {
        Host.Tick();
        if (Host.People.Remove(PersonId(who)))
        {
            await Host.Changed([PersonId(who)]);
        }
    }

    private void Move(int who, int lists)
    {
        if (Person(who) is not { } person)
        {
            return;
        }

        person.Lists.Clear();
        for (var i = 0; i < Setup.Lists; i++)
        {
            if ((lists >> i & 1) == 1)
            {
                person.Lists.Add(List(i));
            }
        }

        Host.Tick();
    }

    private async Task EditAsync(int who, int field, int? value)
    {
        if (Person(who) is { } person)
        {
            var name = ModelMappings.Fields[field % ModelMappings.Fields.Count];
            person.Values[name] = value is { } number ? ValueOf(name, number) : null;
            Host.Tick();
            await Host.Changed([person.Id]);
        }
    }

    private void Change(int who, string? email)
    {
        if (Person(who) is { } person)
        {
            person.Email = email;
            Host.NoteAddress(person);
            Host.Tick();
        }
    }

    private void Swap(int who, int other)
    {
        if (Person(who) is { } one && Person(other) is { } two)
        {
            (one.Email, two.Email) = (two.Email, one.Email);
            Host.NoteAddress(one);
            Host.NoteAddress(two);
            Host.Tick();
        }
    }

    private void Bulk(int field, int value)
    {
        var name = ModelMappings.Fields[field % ModelMappings.Fields.Count];
        foreach (var person in Host.People.Values)
        {
            person.Values[name] = ValueOf(name, value);
        }

        Host.Tick();
        Facts.IsUntracked = true;
    }

    private void SayNo(int who, int list)
    {
        if (Person(who) is { } person)
        {
            Host.SayNo(person, ListOf(list));
            Facts.EverNo.UnionWith(Host.AddressesOf.GetValueOrDefault(person.Id) ?? []);
        }
    }

    private void TakeBack(int who, int list)
    {
        if (Person(who) is { } person)
        {
            person.Noes.Remove(ListOf(list));
            Host.Tick();
        }
    }

    private async Task SayNoToServiceAsync(int who, int list)
    {
        if (Person(who) is { Address: { } address } person)
        {
            await TryAsync(() => _services.GetRequiredService<ISubscriptionService>().OptOutAsync(Id, ListOf(list), person.Id, address, CancellationToken.None));
            Facts.EverNo.Add(address);
            Host.SayNo(person, ListOf(list));
        }
    }

    /// <summary>The one door: the person asks, the host clears its own no, and Dotdigital decides.</summary>
    private async Task AskBackAsync(int who, int list)
    {
        if (Person(who) is not { Address: { } address } person)
        {
            return;
        }

        // A person's own act comes later than what it undoes.
        Emulator.Clock.Advance(TimeSpan.FromSeconds(2));
        person.Noes.Remove(ListOf(list));
        Host.Tick();
        var evidence = new ResubscribeEvidence { RequestedAt = Emulator.Clock.GetUtcNow(), Description = "asked at the counter" };
        var book = (await ConnectionsAsync()).FirstOrDefault(connection => connection.DisconnectedAt is null && connection.ListName == ListOf(list))?.AddressBookId;
        try
        {
            await _services.GetRequiredService<ISubscriptionService>().ResubscribeAsync(Id, address, evidence, book is null ? null : ListOf(list), CancellationToken.None);
        }
        catch (DotdigitalException)
        {
            // The person may have been let in all the same: Dotdigital is asked below.
            Host.Tick();
        }

        if (Remote.Contact(address) is { Status: EmulatedStatus.Subscribed or EmulatedStatus.SoftBounced } contact)
        {
            int? back = book is { } id && contact.IsReachableIn(id) ? id : null;
            Facts.Return(address, back);
            Remote.OptOutOver(address, back);
            if (book is { } into && contact.IsReachableIn(into))
            {
                Facts.Put.Add((contact.Id, into));

                // The door is the person's: the item may be sent again, whatever address it had when it said no. The address that it had then stays out.
                foreach (var no in Facts.Noes)
                {
                    no.Items.Remove((ListOf(list), person.Id));
                }
            }
        }
    }
}

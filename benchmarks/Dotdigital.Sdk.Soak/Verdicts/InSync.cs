using System.Globalization;
using System.Text.Json;
using Dotdigital.Sdk.Soak.Emulation;
using Dotdigital.Sdk.Soak.People;

namespace Dotdigital.Sdk.Soak.Verdicts;

/// <summary>Compares an account of the emulator with the host's people, by plain rules: the engine is not asked.</summary>
internal sealed class InSync(EmulatorProcess emulator)
{
    private const int Page = 5000;
    private const int Most = 5;

    /// <summary>The sentences that do not hold; the first few.</summary>
    public async Task<IReadOnlyList<string>> CompareAsync(Population people, int book)
    {
        var wrongs = new List<string>();
        var seen = new bool[people.Count];
        for (var skip = 0; ; skip += Page)
        {
            var page = await emulator.RunAsync<List<RemoteContact>>(people.Account, "contacts", new { skip, take = Page });
            foreach (var contact in page)
            {
                if (contact.Email is { } email && people.Find(email) is { } number)
                {
                    Compare(people, number, contact, book, wrongs);
                    seen[number] |= email == people.EmailOf(number);
                }
            }

            if (page.Count < Page)
            {
                break;
            }
        }

        for (var number = 0; number < seen.Length; number++)
        {
            if (!seen[number] && people[number].Fate == Fate.None)
            {
                wrongs.Add($"{people.EmailOf(number)} is not in Dotdigital");
            }
        }

        var violations = await emulator.RunAsync<List<JsonElement>>(people.Account, "violations", new { });
        wrongs.InsertRange(0, violations.Select(static violation => $"an opt-out was endangered: {violation}"));
        return [.. wrongs.Take(Most).Select(wrong => $"{people.Account}: {wrong}"), .. wrongs.Count > Most ? [string.Create(CultureInfo.InvariantCulture, $"{people.Account}: and {wrongs.Count - Most} more")] : Array.Empty<string>()];
    }

    private static void Compare(Population people, int number, RemoteContact contact, int book, List<string> wrongs)
    {
        var person = people[number];
        var isReachable = contact.Status is "Subscribed" or "SoftBounced" && contact.Memberships.Exists(membership => membership.AddressBookId == book && membership.Status == "Subscribed");
        if (contact.Email != people.EmailOf(number))
        {
            if (isReachable)
            {
                wrongs.Add($"{contact.Email} is still mailed, and {people.IdOf(number)} has another address by now");
            }
        }
        else if (isReachable != person.Fate is Fate.None)
        {
            wrongs.Add($"{contact.Email} is {(isReachable ? "mailed" : "not mailed")}, and its fate is {person.Fate}");
        }
        else if (person.Fate is Fate.Unsubscribed && !person.IsOptedOut)
        {
            wrongs.Add($"{contact.Email} said no in Dotdigital, and the host was not told");
        }
        else if (person.Fate is Fate.None)
        {
            Require(contact, "LASTNAME", people.NameOf(number), wrongs);
            Require(contact, "POINTS", people.PointsOf(number), wrongs);
            Require(contact, "TOWN", people.TownOf(number), wrongs);
        }
    }

    private static void Require(RemoteContact contact, string field, object expected, List<string> wrongs)
    {
        var actual = contact.DataFields.GetValueOrDefault(field);
        var isSame = expected is decimal number ? actual.ValueKind == JsonValueKind.Number && actual.GetDecimal() == number : actual.ValueKind == JsonValueKind.String && actual.GetString() == (string)expected;
        if (!isSame)
        {
            wrongs.Add(string.Create(CultureInfo.InvariantCulture, $"{contact.Email} has {field} '{actual}' in Dotdigital and '{expected}' in the host"));
        }
    }
}

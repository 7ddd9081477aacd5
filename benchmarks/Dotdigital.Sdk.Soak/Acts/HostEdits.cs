using Dotdigital.Sdk.Integration.Accounts;
using Dotdigital.Sdk.Integration.Connections;
using Dotdigital.Sdk.Integration.Tracking;
using Dotdigital.Sdk.Soak.People;
using Microsoft.Extensions.DependencyInjection;

namespace Dotdigital.Sdk.Soak.Acts;

/// <summary>What happens in the host: of a hundred people a day one comes, one goes, four change, one in three hundred gets another address, one in a thousand says no.</summary>
internal sealed class HostEdits(Random random)
{
    /// <summary>Who was touched lately is left alone, so that what must come of it is certain.</summary>
    private const int Rest = 3;

    private const double Comes = 0.01;
    private const double Goes = 0.01;
    private const double Changes = 0.04;
    private const double Moves = 1.0 / 300;
    private const double SaysNo = 0.001;

    /// <summary>How many array places a population needs for so many days.</summary>
    public static int RoomFor(int people, int days) => people + (int)(people * Comes * 1.5 * (days + 1)) + 100;

    /// <summary>A part of a day.</summary>
    public async Task DoAsync(IServiceProvider services, Population people, short day, double part)
    {
        var present = people.Count;
        for (var i = Draw(present * Comes * part); i > 0; i--)
        {
            people.TryAdd(day);
        }

        Each(people, day, present * Goes * part, static (ref person) => person.Fate = Fate.Left);
        Each(people, day, present * Moves * part, static (ref person) => person.Address++);
        Each(people, day, present * SaysNo * part, static (ref person) => (person.Fate, person.IsOptedOut) = (Fate.SaidNo, true));
        var changed = Each(people, day, present * Changes * part, (ref person) =>
        {
            switch (random.Next(3))
            {
                case 0: person.Name++; break;
                case 1: person.Points = (ushort)random.Next(10_000); break;
                default: person.Town = (ushort)random.Next(1_000); break;
            }
        });
        foreach (var some in changed.Chunk(1000))
        {
            await services.GetRequiredService<IFieldChangeRecorder>().RecordAsync(PeopleList.EntityOf(people.Account), [.. some.Select(people.IdOf)], ["Name", "Points", "Town"], CancellationToken.None);
        }
    }

    /// <summary>Once a day somebody looks at what is held, and releases it.</summary>
    public static async Task ReleaseAsync(IServiceProvider services, Population people) =>
        await services.GetRequiredService<IConnectionService>().ReleaseHeldAsync(new AccountId(people.Account), PeopleList.NameOf(people.Account));

    /// <summary>Somebody of the list that nothing happened to lately; null if there is hardly anybody left.</summary>
    public static int? Pick(Random random, Population people, short day)
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var number = random.Next(people.Count);
            if (people[number].Fate == Fate.None && !people[number].IsOptedOut && day - people[number].Touched >= Rest)
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>A whole number that is right on average.</summary>
    public static int Draw(Random random, double expected) => (int)expected + (random.NextDouble() < expected - Math.Truncate(expected) ? 1 : 0);

    private int Draw(double expected) => Draw(random, expected);

    private List<int> Each(Population people, short day, double expected, PersonAct act)
    {
        var done = new List<int>();
        for (var i = Draw(expected); i > 0; i--)
        {
            if (Pick(random, people, day) is { } number)
            {
                people[number].Touched = day;
                act(ref people[number]);
                done.Add(number);
            }
        }

        return done;
    }

    private delegate void PersonAct(ref Person person);
}

using Dotdigital.Sdk.Soak.Emulation;
using Dotdigital.Sdk.Soak.People;

namespace Dotdigital.Sdk.Soak.Acts;

/// <summary>What marketers and recipients do in Dotdigital: of a thousand people a day five get another town, one unsubscribes, half of one bounces, is taken out, or is new.</summary>
internal sealed class RemoteEdits(EmulatorProcess emulator, Random random)
{
    private const double Edits = 0.005;
    private const double Unsubscribes = 0.001;
    private const double Bounces = 0.0005;
    private const double Removals = 0.0005;
    private const double Strangers = 0.0005;

    /// <summary>A part of a day.</summary>
    public async Task DoAsync(Population people, int book, short day, double part)
    {
        var (account, here) = (people.Account, people.Count * part);
        await EachAsync(people, day, here * Edits, Fate.None, email => emulator.TryAsync(account, "set-data-field", new { email, name = "TOWN", value = Population.TownName(random.Next(1_000)) }));
        await EachAsync(people, day, here * Unsubscribes, Fate.Unsubscribed, email => random.Next(3) switch
        {
            0 => emulator.TryAsync(account, "unsubscribe", new { email }),
            1 => emulator.TryAsync(account, "complain", new { email }),
            _ => emulator.TryAsync(account, "unsubscribe", new { email, addressBookId = book }),
        });
        await EachAsync(people, day, here * Bounces, Fate.Bounced, email => emulator.TryAsync(account, "hard-bounce", new { email }));
        await EachAsync(people, day, here * Removals, Fate.Removed, email => emulator.TryAsync(account, "remove-from-address-book", new { email, addressBookId = book }));
        for (var i = HostEdits.Draw(random, here * Strangers); i > 0; i--)
        {
            people.Strangers += await emulator.RunAsync<int>(account, "add-contacts", new { pattern = "stranger{0}@example.com", first = people.Strangers, count = 1, addressBookIds = new[] { book } });
        }
    }

    private async Task EachAsync(Population people, short day, double expected, Fate fate, Func<string, Task<bool>> act)
    {
        for (var i = HostEdits.Draw(random, expected); i > 0; i--)
        {
            if (HostEdits.Pick(random, people, day) is { } number && await act(people.EmailOf(number)))
            {
                (people[number].Touched, people[number].Fate) = (day, fate);
            }
        }
    }
}

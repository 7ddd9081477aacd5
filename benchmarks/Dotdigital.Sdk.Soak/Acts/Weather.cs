using Dotdigital.Sdk.Soak.Emulation;
using Dotdigital.Sdk.Soak.People;

namespace Dotdigital.Sdk.Soak.Acts;

/// <summary>What goes wrong between the two sides: on four days of five one call in fifty or so, on the fifth nothing.</summary>
internal sealed class Weather(EmulatorProcess emulator, Random random)
{
    private const int CalmEvery = 5;
    private const double FaultsACycle = 0.2;
    private static readonly string[] Outcomes = ["ImportFailed", "InvalidFileFormat", "RejectedByWatchdog"];

    /// <summary>Faults that were asked for.</summary>
    public long Faults { get; private set; }

    public static bool IsCalm(int day) => day % CalmEvery == CalmEvery - 1;

    /// <summary>Adds what is to go wrong in so many cycles of an account.</summary>
    public async Task StormAsync(Population people, double cycles)
    {
        for (var i = HostEdits.Draw(random, cycles * FaultsACycle); i > 0; i--)
        {
            Faults++;
            var after = random.Next(10);
            await emulator.AddFaultAsync(random.Next(8) switch
            {
                0 => new { account = people.Account, after, kind = "TooManyRequests" },
                1 or 2 => new { account = people.Account, after, kind = "ServerError", status = random.Next(2) == 0 ? 503 : 500 },
                3 => new { account = people.Account, after, kind = "Refuse" },
                4 => new { account = people.Account, after, kind = "DropAfterAccept" },
                5 => new { account = people.Account, after, kind = "TruncatedBody" },
                6 => new { account = people.Account, after, kind = "Delay", delay = TimeSpan.FromMilliseconds(100) },
                _ => (object)new { account = people.Account, kind = Outcomes[random.Next(Outcomes.Length)] },
            });
        }
    }

    /// <summary>Nothing goes wrong any more.</summary>
    public Task ClearAsync() => emulator.ClearFaultsAsync();
}

using System.Globalization;
using Xunit;

namespace Dotdigital.Sdk.Integration.Quartz.Tests;

/// <summary>
/// Random histories with real kills (<c>kill -9</c>) of the host's process, on PostgreSQL. DOTDIGITAL_KILLS=N plays N of them, DOTDIGITAL_SEED=S begins with
/// seed S: DOTDIGITAL_KILLS=1 DOTDIGITAL_SEED=S plays the one that failed. A seed decides what happens and when, but not what the machine makes of it.
/// </summary>
public sealed class KilledHistoriesTests(ITestOutputHelper output)
{
    private const int InEveryBuild = 2;
    private const int FirstSeed = 900;

    /// <summary>Of what does not hold, this much is told.</summary>
    private const int Most = 20;

    [Fact]
    public async Task EX6_HostKilledAtAnyInstant_AgainAndAgain_EndsWithBothSidesInStep_AndNobodyMailedWhoSaidNo()
    {
        var first = Number("DOTDIGITAL_SEED") ?? FirstSeed;
        for (var seed = first; seed < first + (Number("DOTDIGITAL_KILLS") ?? InEveryBuild); seed++)
        {
            var history = new KilledHistory(seed);
            try
            {
                var wrongs = await history.PlayAsync();
                Assert.True(wrongs.Count == 0, $"Seed {seed}:\n  {string.Join("\n  ", wrongs.Take(Most))}");
            }
            finally
            {
                // Also when it ends by an exception.
                output.WriteLine(history.Told);
            }
        }
    }

    private static int? Number(string variable) => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

using System.Globalization;

namespace Dotdigital.Sdk.Tests.Fuzz;

/// <summary>How long to look, and from which seed: <c>DOTDIGITAL_FUZZ</c> multiplies the usual runs, <c>DOTDIGITAL_SEED</c> replays one.</summary>
internal static class FuzzRuns
{
    /// <summary>The seeds to run; a failure names its own.</summary>
    public static IEnumerable<int> Seeds(int usual)
    {
        if (Environment.GetEnvironmentVariable("DOTDIGITAL_SEED") is { Length: > 0 } seed)
        {
            return [int.Parse(seed, CultureInfo.InvariantCulture)];
        }

        var factor = Environment.GetEnvironmentVariable("DOTDIGITAL_FUZZ") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 1;
        return Enumerable.Range(1, usual * factor);
    }
}

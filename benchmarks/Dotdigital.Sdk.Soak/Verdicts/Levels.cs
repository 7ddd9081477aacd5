using Dotdigital.Sdk.Soak.Measures;

namespace Dotdigital.Sdk.Soak.Verdicts;

/// <summary>Which series may grow with what. A table that is not named here must be level.</summary>
internal static class Levels
{
    private const double RowFactor = 1.2;

    /// <summary>Days differ: a campaign that is young, a failed file that is sent again.</summary>
    private const double CallFactor = 1.3;
    private const double CallSlack = 20;
    private const double ByteFactor = 1.35;
    private const double KilobyteSlack = 512;
    private const double RowSlack = 10;

    /// <summary>The host's own record, and what mirrors Dotdigital's.</summary>
    private static readonly Dictionary<string, string> Causes = new(StringComparer.Ordinal)
    {
        ["contacts"] = Series.Contacts,
        ["memberships"] = Series.Contacts,
        ["list_items"] = Series.Noes,
        ["activities"] = Series.Recipients,
        ["marketing_activities"] = Series.Activity,
        ["campaigns"] = Series.Campaigns,
        ["campaign_links"] = Series.Campaigns,

        // One for the activity of each campaign, and some for each account.
        ["watermarks"] = Series.Campaigns,
    };

    public static IEnumerable<Level> Of(IReadOnlyList<Sample> samples, int accounts)
    {
        yield return new(Series.Heap, null, 1.15, 4);
        yield return new(Series.WorkingSet, null, 1.25, 32);
        yield return new(Series.Threads, null, 1.25, 8);
        yield return new(Series.Handles, null, 1.25, 24);
        yield return new(Series.Sockets, null, 1.25, 16);
        yield return new(Series.Connections, null, 1.25, 8);
        yield return new(Series.Lines, null, RowFactor, 100);
        foreach (var name in samples.SelectMany(static sample => sample.Values.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (PartOf(name, Series.CallsOf(string.Empty)) is not null)
            {
                yield return new(name, null, CallFactor, CallSlack * accounts);
            }
            else if (PartOf(name, Series.Rows(string.Empty)) is { } rows)
            {
                yield return new(name, Causes.GetValueOrDefault(rows), RowFactor, RowSlack * accounts);
            }
            else if (PartOf(name, Series.Kilobytes(string.Empty)) is { } bytes)
            {
                yield return new(name, Causes.GetValueOrDefault(bytes), ByteFactor, KilobyteSlack);
            }
        }
    }

    private static string? PartOf(string series, string prefix) => series.StartsWith(prefix, StringComparison.Ordinal) ? series[prefix.Length..] : null;
}

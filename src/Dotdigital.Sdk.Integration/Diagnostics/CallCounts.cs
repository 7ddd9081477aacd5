namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>Adds up calls by tier.</summary>
internal static class CallCounts
{
    public static IReadOnlyDictionary<string, int> Add(IReadOnlyDictionary<string, int> some, IReadOnlyDictionary<string, int> others)
    {
        if (others.Count == 0)
        {
            return some;
        }

        var sum = new SortedDictionary<string, int>(some.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (tier, count) in others)
        {
            sum[tier] = sum.GetValueOrDefault(tier) + count;
        }

        return sum;
    }
}

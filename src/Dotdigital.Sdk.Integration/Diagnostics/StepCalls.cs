using System.Collections.Concurrent;
using Dotdigital.Sdk.Diagnostics;

namespace Dotdigital.Sdk.Integration.Diagnostics;

/// <summary>Counts the API calls of the step that makes them: the cost of a cycle is its number of calls.</summary>
internal sealed class StepCalls : IDotdigitalCallObserver
{
    /// <summary>How calls are counted whose tier Dotdigital has not told.</summary>
    public const string UnknownTier = "unknown";

    private static readonly AsyncLocal<ConcurrentDictionary<string, int>?> Current = new();

    private static readonly ConcurrentDictionary<(string Account, string Operation), string> Tiers = new();

    /// <summary>The tier of an operation as the account's answers to this process told it, or null.</summary>
    public static string? TierOf(string account, string operation) => Tiers.GetValueOrDefault((account, operation));

    /// <summary>Begins to count for one step; what runs below in the same flow counts for it.</summary>
    public static ConcurrentDictionary<string, int> Begin()
    {
        var counts = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        Current.Value = counts;
        return counts;
    }

    public void OnCall(DotdigitalCall call)
    {
        if (call.Tier is { } tier)
        {
            Tiers[(call.AccountName, call.Operation)] = tier;
        }

        Current.Value?.AddOrUpdate(call.Tier ?? UnknownTier, 1, static (_, count) => count + 1);
    }
}
